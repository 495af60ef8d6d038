import { cutWords } from "#components/accounts/cut-words.ts"
import { MovementsTable } from "#components/accounts/movements-table.tsx"
import { CalendarBars } from "#components/charts/calendar-bars.tsx"
import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { EarlierMovements } from "#lib/contracts/earlier-movements.ts"
import { movementsByQuarter, type QuarterMovement } from "#lib/contracts/movements-by-quarter.ts"
import { quartersTitle, quarterWords } from "#lib/contracts/quarters-title.ts"
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
      <div className={`grid items-start gap-x-6 gap-y-4 ${quarters.length > 1 ? "xl:grid-cols-2" : ""}`}>
        {quarters.length > 1 && <QuarterChart quarters={quarters} currency={currency} />}
        <MovementsTable rows={rows} earlier={earlier} today={today} />
      </div>
    </Panel>
  )
}

/** The quarter of today has dashed bars: more may come. */
function QuarterChart({ quarters, currency }: { quarters: readonly QuarterMovement[]; currency: string }) {
  const periods = quarters.map(({ quarter, amountCents, isSoFar }) => ({
    key: quarter,
    label: quarterWords(quarter),
    amounts: [Math.max(0, amountCents), Math.min(0, amountCents)],
    isSoFar,
  }))
  const title = quartersTitle(quarters, currency)
  return (
    <ChartFrame
      id="quarters"
      level={3}
      title={title}
      subtitle={`Net change of ARR in ${currency} per quarter, ${formatCount(quarters.length, "quarter")}`}
      table={{
        caption: "ARR movements by quarter",
        columns: [
          { label: "Quarter" },
          { label: "Movements", isNumber: true },
          { label: "Net ARR", unit: currency, digits: 2, isNumber: true },
        ],
        rows: quarters.map(({ quarter, count, amountCents, isSoFar }) => ({
          key: quarter,
          cells: [`${quarterWords(quarter)}${isSoFar ? ", so far" : ""}`, count, amountCents / 100],
        })),
      }}
    >
      <CalendarBars
        periods={periods}
        parts={parts}
        say={(cents) => signed(cents, currency)}
        summary={`${title}.`}
        height={160}
      />
    </ChartFrame>
  )
}

const parts = [
  { name: "gained", tone: "good" },
  { name: "lost", tone: "act" },
] as const

const signed = (cents: number, currency: string): string =>
  `${cents > 0 ? "+" : ""}${formatMoney(cents, currency)}`
