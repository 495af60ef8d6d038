import type { Status } from "#lib/format/tokens.ts"

/** The shape that carries a status in greyscale too; the word beside it is its accessible name. */
export function StatusShape({ status, size = 14 }: { status: Status; size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 16 16" fill="none" className="shrink-0">
      {drawings[status]}
    </svg>
  )
}

const glyph = {
  stroke: "var(--surface)",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const

const drawings = {
  act: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="var(--act-mark)" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" {...glyph} />
    </>
  ),
  watch: (
    <>
      <path
        d="M8 1.2 15.4 14.6H.6z"
        fill="var(--watch-mark)"
        stroke="var(--watch-mark)"
        strokeLinejoin="round"
      />
      <path d="M8 6v4M8 12.3v.1" {...glyph} />
    </>
  ),
  routine: <circle cx="8" cy="8" r="5.8" stroke="var(--routine-mark)" strokeWidth="2" />,
  good: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--good-mark)" />
      <path d="m4.8 8.2 2.2 2.3 4.2-4.7" {...glyph} />
    </>
  ),
  changed: <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="var(--changed-mark)" />,
  unknown: (
    <circle cx="8" cy="8" r="6" stroke="var(--unknown-mark)" strokeWidth="1.8" strokeDasharray="2.6 2.1" />
  ),
} satisfies Record<Status, React.ReactNode>
