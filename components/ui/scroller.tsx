/**
 * What is wider or higher than its place scrolls here by itself, reachable by keyboard. It holds its hidden words too:
 * placed against the page, those would make the whole page scroll sideways.
 */
export function Scroller({
  label,
  className = "",
  children,
}: {
  /** What scrolls, for everybody who does not see the heading above. */
  label: string
  className?: string
  children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a labelled region of its own would crowd the page's outline
    <div
      role="group"
      aria-label={`${label}, scrolls`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by keyboard
      tabIndex={0}
      className={`relative overflow-auto print:max-h-none print:overflow-visible ${className}`}
    >
      {children}
    </div>
  )
}
