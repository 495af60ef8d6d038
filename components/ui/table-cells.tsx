const cell = "h-9 border-b border-hairline px-2 py-px group-hover:bg-sunken"

/** One row; its cells darken together under the pointer. */
export function Tr({ children }: { children: React.ReactNode }) {
  return <tr className="group">{children}</tr>
}

/** The cell that names its row; it stays in sight when the table scrolls sideways. */
export function RowHead({ children }: { children: React.ReactNode }) {
  return (
    <th
      scope="row"
      className={`sticky left-0 z-10 max-w-72 truncate bg-surface text-left font-normal print:static ${cell}`}
    >
      {children}
    </th>
  )
}

/** A value. Numbers stand right, never wrap, and are blank when there is none. */
export function Td({
  children,
  isNumber = false,
  isSecondary = false,
  wraps = false,
}: {
  children?: React.ReactNode
  isNumber?: boolean
  isSecondary?: boolean
  wraps?: boolean
}) {
  const look = [
    cell,
    isNumber ? "text-right tabular-nums" : "text-left",
    isSecondary ? "text-13 text-ink-2" : "",
    wraps ? "" : "whitespace-nowrap",
  ]
  return <td className={look.filter(Boolean).join(" ")}>{children}</td>
}
