"use client"

import Link from "next/link"
import { memo } from "react"
import type { GridColumn, GridRow } from "#components/grid/grid-model.ts"

const height = "h-9 group-data-[density=compact]/grid:h-7 group-data-[density=comfortable]/grid:h-11"
export const cellLook = `${height} border-b border-hairline px-2 py-px group-hover:bg-sunken group-focus-within:bg-sunken group-data-selected:bg-selected group-data-peeked:bg-selected`

type Props = {
  readonly row: GridRow
  readonly columns: readonly GridColumn[]
  readonly peekHref: string
  readonly isSelected: boolean
  readonly isPeeked: boolean
  /** Whether Tab stops at this row. */
  readonly isStop: boolean
  /** Null where rows cannot be selected. */
  readonly onToggle: ((event: React.ChangeEvent<HTMLInputElement>) => void) | null
}

/** One row. It is drawn again only when it or its own state changes. */
export const GridRowView = memo(function GridRowView(props: Props) {
  const { row, columns, peekHref, isSelected, isPeeked, isStop, onToggle } = props
  const tabIndex = isStop ? 0 : -1
  return (
    <tr
      data-row={row.id}
      data-slug={row.slug}
      data-selected={isSelected || undefined}
      data-peeked={isPeeked || undefined}
      className="group"
    >
      {onToggle && (
        <td className={`w-8 pr-0 print:hidden ${cellLook}`}>
          <input
            type="checkbox"
            value={row.id}
            checked={isSelected}
            onChange={onToggle}
            tabIndex={tabIndex}
            aria-label={`Select ${row.name}`}
            className="m-1 block size-4"
          />
        </td>
      )}
      {columns.map((column, place) =>
        place === 0 ? (
          <th
            key={column.id}
            scope="row"
            className={`sticky left-0 z-10 bg-surface text-left font-normal print:static ${cellLook}`}
          >
            <span className="relative flex items-center">
              <Link
                href={row.href}
                prefetch={false}
                data-row-link
                tabIndex={tabIndex}
                title={row.name}
                className="-mx-1 block max-w-38 min-w-0 scroll-mt-12 scroll-mb-16 truncate rounded-tag px-1 py-1 text-ink group-data-[density=compact]/grid:py-0 underline decoration-control decoration-1 underline-offset-3 hover:decoration-ink hover:decoration-2 2xl:max-w-64"
              >
                {row.name}
              </Link>
              <Link
                href={peekHref}
                prefetch={false}
                scroll={false}
                tabIndex={tabIndex}
                aria-label={`Peek at ${row.name}`}
                title="Peek (Space)"
                className="absolute right-0 inline-flex size-6 items-center justify-center rounded-tag bg-surface text-muted opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 print:hidden"
              >
                <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" fill="none">
                  <path
                    d="M1.5 2.5h11v9h-11zM8 2.5v9"
                    stroke="currentColor"
                    strokeWidth="1.3"
                    strokeLinejoin="round"
                  />
                </svg>
              </Link>
            </span>
          </th>
        ) : (
          <td key={column.id} className={`${cellLook} ${lookOf(column)}`}>
            {row.cells[column.id]}
          </td>
        ),
      )}
    </tr>
  )
})

const lookOf = ({ isNumber, isSecondary, takesRest }: GridColumn): string =>
  [
    "whitespace-nowrap",
    isNumber ? "text-right tabular-nums" : "text-left",
    isSecondary ? "text-13 text-ink-2" : "",
    takesRest ? "w-full min-w-39" : "",
  ].join(" ")
