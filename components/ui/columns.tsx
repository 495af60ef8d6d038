const column = "flex min-w-0 flex-col gap-4"

/** What is to be read first, wide, and what stands beside it; one under the other below 1280 px. */
export function Columns({ main, aside }: { main: React.ReactNode; aside: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <div className={column}>{main}</div>
      <div className={column}>{aside}</div>
    </div>
  )
}

/** Panels of equal weight, two in a row from 1280 px. */
export function PanelGrid({ children }: { children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[repeat(2,minmax(0,1fr))]">
      {children}
    </div>
  )
}
