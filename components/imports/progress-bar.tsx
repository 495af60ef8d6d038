import { formatNumber } from "#lib/format/number.ts"

/** How much of a known number is done, as a bar and in words. */
export function ProgressBar({
  label,
  done,
  total,
  noun,
}: {
  label: string
  done: number
  total: number
  noun: string
}) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  const words = `${formatNumber(done)} of ${formatNumber(total)} ${noun}`
  return (
    <div className="flex max-w-xl flex-col gap-1">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-tag border border-control bg-sunken"
      >
        <div
          className="h-full bg-primary forced-colors:bg-[Highlight]"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p className="text-13 tabular-nums text-ink-2">{words}</p>
    </div>
  )
}
