import { Scroller } from "#components/ui/scroller.tsx"

/**
 * A table that scrolls by itself, sideways and, with `fitsPage`, down under its sticky header.
 * The caption names it for everybody who does not see the heading above.
 */
export function Table({
  caption,
  minWidth,
  fitsPage = false,
  children,
}: {
  caption: string
  minWidth?: number
  fitsPage?: boolean
  children: React.ReactNode
}) {
  const height = fitsPage ? "md:max-h-[max(20rem,calc(100dvh-19.75rem))]" : ""
  return (
    <Scroller label={caption} className={height}>
      <table className="w-full border-separate border-spacing-0 text-14 print:min-w-0!" style={{ minWidth }}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </Scroller>
  )
}
