import { QuarterBars } from "#components/account/quarter-bars.tsx"
import { cutWords } from "#components/accounts/cut-words.ts"
import { MovementsTable } from "#components/accounts/movements-table.tsx"
import { ChartTable } from "#components/charts/chart-table.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { EarlierMovements } from "#lib/contracts/earlier-movements.ts"
import { movementsByQuarter } from "#lib/contracts/movements-by-quarter.ts"
import type { MovementRow } from "#lib/contracts/schema.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatCount } from "#lib/format/plural.ts"

/** How ARR moved, quarter by quarter, and the movements behind it. */
export function MovementsPanel({
  rows,
  earlier,
  currency,
  today,
}: {
  rows: readonly MovementRow[]
  /** The movements that the list leaves out. */
  earlier: EarlierMovements | null
  currency: string
  today: string
}) {
  const quarters = movementsByQuarter(rows, { today, isCut: earlier !== null })
  const net = quarters.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const title =
    rows.length === 0
      ? "ARR movements"
      : `ARR movements: ${signed(net, currency)} in ${formatCount(quarters.length, "quarter")}`
  const cut = earlier && cutWords(rows.length, rows.length + earlier.count, "the newest")
  return (
    <Panel
      id="movements"
      title={title}
      subtitle={`Net change of ARR in ${currency} per calendar quarter. ${cut ?? ""}`}
    >
      {quarters.length > 1 && (
        <div className="mb-4">
          <QuarterBars quarters={quarters} currency={currency} summary={`${title}.`} />
          <ChartTable
            caption="ARR movements by quarter"
            columns={["Quarter", "Movements", `Net ARR, ${currency}`]}
            rows={quarters.map(({ quarter, count, amountCents, isSoFar }) => ({
              key: quarter,
              cells: [isSoFar ? `${quarter} so far` : quarter, String(count), signed(amountCents, currency)],
            }))}
          />
        </div>
      )}
      <MovementsTable rows={rows} earlier={earlier} today={today} />
    </Panel>
  )
}

const signed = (cents: number, currency: string): string =>
  `${cents > 0 ? "+" : ""}${formatMoney(cents, currency)}`
