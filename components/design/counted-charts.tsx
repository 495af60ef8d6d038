import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { DotColumnsPlot } from "#components/charts/dot-columns-plot.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { healthScores } from "#components/design/example-figures.ts"
import { type HealthColumn, spreadCounts, spreadTitle } from "#lib/accounts/health-spread.ts"
import { dotColumns } from "#lib/charts/dot-columns.ts"
import { bandWords } from "#lib/health/band.ts"

const range = { from: 20, to: 50 }
const values = [...new Set(healthScores.map(({ value }) => value))].toSorted(
  (a, b) => (a ?? 101) - (b ?? 101),
)
const columns: readonly HealthColumn[] = values.map((value) => {
  const all = healthScores.filter((one) => one.value === value).length
  const isMarked = value !== null && value >= range.from && value <= range.to
  return { value, all, matching: isMarked ? all : 0, red: value !== null && value <= 50 ? all : 0 }
})
const known = columns.flatMap((column) =>
  column.value === null ? [] : [{ value: column.value, all: column.all, marked: column.matching }],
)
const zones = [
  { upTo: 50, label: `${bandWords.red.label}, to 50` },
  { upTo: 75, label: `${bandWords.yellow.label}, 51 to 75` },
  { upTo: 100, label: `${bandWords.green.label}, from 76` },
]

/** A dot for each account, those of a chosen range filled. */
export function DotsExample() {
  const title = spreadTitle(columns, true)
  return (
    <ChartFrame
      id="dots"
      title={title}
      subtitle={`Health in points of 100, one dot for each of ${spreadCounts(columns).all} accounts, filled from ${range.from} to ${range.to}`}
      table={{
        caption: "Accounts by points of health",
        columns: [
          { label: "Health", unit: "points", isNumber: true },
          { label: "All", unit: "accounts", isNumber: true },
          { label: "Chosen", unit: "accounts", isNumber: true },
        ],
        rows: known.map(({ value, all, marked }) => ({ key: String(value), cells: [value, all, marked] })),
      }}
    >
      <DotColumnsPlot
        drawn={dotColumns(known, 20)}
        highest={100}
        zones={zones}
        range={range}
        label="Example of dots"
        summary={`${title}.`}
      />
    </ChartFrame>
  )
}

const crowd = known.map(({ value, all, marked }) => ({ value, all: all * 40, marked: marked * 40 }))

/** Ten times the usual, and more: a dot stands for several. */
export function CrowdExample() {
  const { perDot, ...drawn } = dotColumns(crowd, 20)
  return (
    <ChartFrame
      id="crowd"
      title="Where there are very many, a dot stands for several"
      subtitle={`Health in points of 100, one dot for up to ${perDot} accounts`}
      table={{
        caption: "Very many accounts by points of health",
        columns: [
          { label: "Health", unit: "points", isNumber: true },
          { label: "All", unit: "accounts", isNumber: true },
        ],
        rows: crowd.map(({ value, all }) => ({ key: String(value), cells: [value, all] })),
      }}
    >
      <DotColumnsPlot
        drawn={{ perDot, ...drawn }}
        highest={100}
        zones={zones}
        range={null}
        label="Example of very many dots"
        summary="Most of the accounts stand between 50 and 85 points."
      />
    </ChartFrame>
  )
}

const weeks = [66, 64, 65, 63, 64, 62, 61, 62, 60, 61, 40, 40, 40]
const judged = weeks.map((value) => value === 40)

/** What a person judged is drawn open, for as long as it counts. */
export function JudgedExample() {
  return (
    <ChartFrame
      id="judged-line"
      title="Judged 40 counts, computed 61"
      subtitle="Health, 0 to 100, last 13 weeks, on its own scale. Open dots on a dashed line: judged by a person."
      table={{
        caption: "Health by week, judged and computed",
        columns: [
          { label: "Week" },
          { label: "Health", unit: "points", isNumber: true },
          { label: "Judged by a person" },
        ],
        rows: weeks.map((value, place) => ({
          key: String(place),
          cells: [`w${place + 34}`, value, judged[place] ? "yes" : ""],
        })),
      }}
    >
      <Sparkline
        values={weeks}
        judged={judged}
        limits={{ lower: 58, upper: 67 }}
        label={seriesSummary({ name: "Health", values: weeks, judged, period: "week" })}
        width={248}
        height={96}
      />
    </ChartFrame>
  )
}
