import Link from "next/link"

export type SortState = {
  /** Where the list is sorted by this column, in the other direction if it is already. */
  readonly href: string
  readonly direction: "ascending" | "descending" | null
}

const arrows = { ascending: "↑", descending: "↓" } as const

/** A column's name; a link when the list can be sorted by it. */
export function Th({
  children,
  sort,
  isNumber = false,
  isFirst = false,
  note,
}: {
  children: React.ReactNode
  sort?: SortState
  isNumber?: boolean
  isFirst?: boolean
  note?: React.ReactNode
}) {
  const place = isFirst ? "left-0 z-30" : "z-20"
  const side = isNumber ? "text-right" : "text-left"
  const name = sort ? (
    <Link
      href={sort.href}
      prefetch={false}
      className={`inline-flex h-6 items-center gap-1 rounded-tag hover:text-ink hover:underline ${sort.direction ? "font-medium text-ink" : ""}`}
    >
      {children}
      {sort.direction && <span aria-hidden="true">{arrows[sort.direction]}</span>}
    </Link>
  ) : (
    children
  )
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={`sticky top-0 h-9 whitespace-nowrap border-b border-hairline bg-surface px-2 text-12 font-normal text-muted print:static ${place} ${side}`}
    >
      {note ? (
        // The note stands before a number's name, so that the name ends where its digits do.
        <div className={`inline-flex items-center ${isNumber ? "-ml-3 flex-row-reverse" : ""}`}>
          {name}
          {note}
        </div>
      ) : (
        name
      )}
    </th>
  )
}
