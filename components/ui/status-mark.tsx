import { StatusShape } from "#components/ui/status-shape.tsx"
import type { Status } from "#lib/format/tokens.ts"

const tinted = {
  act: "bg-act-tint text-act-text",
  watch: "bg-watch-tint text-watch-text",
  routine: "bg-routine-tint text-routine-text",
  good: "bg-good-tint text-good-text",
  changed: "bg-changed-tint text-changed-text",
  unknown: "bg-unknown-tint text-unknown-text",
} satisfies Record<Status, string>

/**
 * Shape and word, then colour. `plain` drops the tint where most rows carry a status. In a table the shapes, tinted or
 * not, stand flush with the name of the column: the tint reaches into the padding of the cell.
 */
export function StatusMark({
  status,
  children,
  plain = false,
}: {
  status: Status
  children: React.ReactNode
  plain?: boolean
}) {
  const look = plain ? "text-ink-2" : tinted[status]
  return (
    <span
      className={`inline-flex h-6 items-center gap-1.5 rounded-tag px-2 whitespace-nowrap text-12 tabular-nums in-[td]:-ml-2 ${look}`}
    >
      <StatusShape status={status} />
      {children}
    </span>
  )
}
