/** Something takes longer than 3 seconds: the step it is at, how far it is, and where it goes on without the reader. */
export function ComputingState({
  title,
  step,
  done,
  total,
  children,
}: {
  title: string
  /** "Step 2 of 3: scoring accounts" */
  step: string
  done: number
  total: number
  /** Where to find it later, when it takes more than 10 seconds. */
  children?: React.ReactNode
}) {
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
  return (
    <div className="flex max-w-xl flex-col gap-2 py-4">
      <p className="text-14 font-medium">{title}</p>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={step}
        className="h-2 overflow-hidden rounded-tag border border-control bg-sunken"
      >
        <div className="h-full bg-primary forced-colors:bg-[Highlight]" style={{ width: `${percent}%` }} />
      </div>
      <p className="text-13 text-ink-2 tabular-nums">{step}</p>
      {children && <div className="text-13 text-muted">{children}</div>}
    </div>
  )
}
