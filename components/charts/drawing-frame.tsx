"use client"

/** The room of a drawing that comes after the text: kept free, with the finding in words, and scrolled on narrow windows. */
export function DrawingFrame({
  summary,
  height,
  children,
}: {
  summary: string
  height: number
  children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of fields it is not
    <div role="group" aria-label={summary} className="relative overflow-x-auto">
      <div className="min-w-70" style={{ height }}>
        {children}
      </div>
    </div>
  )
}

export const drawingSoon = () => <p className="text-12 text-muted">Drawing the chart</p>
