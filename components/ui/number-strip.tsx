/** One key number: what it is, its value with unit, its comparison and period, and the link to exactly its rows. */
export type KeyNumber = {
  readonly key: string
  readonly label: string
  /** With its unit; blank when there is none. A `StaleValue` where data are missing. */
  readonly value: React.ReactNode
  /** "−3 vs 4 weeks ago", or why there is no comparison. */
  readonly comparison: string
  /** How it is made. */
  readonly definition?: React.ReactNode
  readonly chart?: React.ReactNode
}

/** A few numbers in a row, set apart by hairlines: words above, comparison below. No cards. */
export function NumberStrip({ label, numbers }: { label: string; numbers: readonly KeyNumber[] }) {
  return (
    <section aria-label={label}>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-px overflow-hidden rounded-panel border border-hairline bg-hairline">
        {numbers.map((number) => (
          <div key={number.key} className="flex min-w-0 flex-col bg-surface px-4 py-3">
            <dt className="flex min-h-6 items-center text-12 text-muted">
              <span className="min-w-0 truncate" title={number.label}>
                {number.label}
              </span>
              {number.definition}
            </dt>
            <dd className="min-h-7 text-20 font-semibold whitespace-nowrap">{number.value}</dd>
            <dd className="text-12 text-muted">{number.comparison}</dd>
            {number.chart && <dd className="mt-2">{number.chart}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}
