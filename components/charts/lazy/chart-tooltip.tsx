export type TooltipLine = { readonly name: string; readonly text: string }

/** Repeats what the table has, at the place of the pointer or the arrow keys, and is read out. */
export function ChartTooltip({
  isShown,
  title,
  lines,
}: {
  isShown: boolean
  title: string
  lines: readonly TooltipLine[]
}) {
  const known = lines.filter(({ text }) => text !== "")
  return (
    <div aria-live="polite">
      {isShown && known.length > 0 && (
        <div className="max-w-64 rounded-control bg-surface p-2 text-12 text-ink shadow-overlay">
          <p className="font-medium wrap-anywhere">{title}</p>
          <dl className="grid grid-cols-[auto_auto] gap-x-3">
            {known.map(({ name, text }) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd className="text-right whitespace-nowrap">{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  )
}
