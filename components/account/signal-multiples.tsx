import { SignalsTable } from "#components/accounts/signals-table.tsx"
import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { multiplesTable, multiplesTitle } from "#lib/signals/multiples-table.ts"
import type { SignalRow } from "#lib/signals/schema.ts"

/** The measures with their lines, as a chart whose weeks can be read and taken along as figures. */
export function SignalMultiples({ rows, today }: { rows: readonly SignalRow[]; today: string }) {
  const drawn = rows.filter((row) => row.recent.length > 1)
  const table = <SignalsTable rows={rows} today={today} />
  if (drawn.length === 0) return table
  return (
    <ChartFrame
      id="signal-weeks"
      level={3}
      title={multiplesTitle(drawn)}
      subtitle="Last value of each of 26 weeks, each measure in its unit and on its own scale"
      table={multiplesTable(drawn)}
    >
      {table}
    </ChartFrame>
  )
}
