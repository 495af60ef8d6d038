import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { ScatterChart } from "#components/charts/scatter-chart.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { TimeChart } from "#components/charts/time-chart.tsx"
import { DesignSection } from "#components/design/design-section.tsx"
import { effort, resolved, workload } from "#components/design/example-figures.ts"
import { timeTable } from "#components/design/figures-of.ts"

export function LazyChartsSection() {
  return (
    <DesignSection
      id="lazy-charts"
      title="Charts loaded after the text"
      about="One tab stop each; arrow keys walk the values, Esc puts the reading away."
    >
      <div className="grid gap-4 xl:grid-cols-2">
        <ChartFrame
          id="resolved"
          title="Escalations in time fell to 88 %, below the natural limit"
          subtitle="Resolved in time in %, per week, 13 weeks, against last year. The scale does not begin at 0"
          table={timeTable("Escalations resolved in time by week", "%", resolved)}
        >
          <TimeChart
            points={resolved}
            names={{ actual: "this year", comparison: "last year" }}
            unit="%"
            limits={{ lower: 90, upper: 98 }}
            summary={seriesSummary({
              name: "Resolved in time, %",
              values: resolved.map(({ actual }) => actual),
              period: "week",
              limits: { lower: 90, upper: 98 },
            })}
          />
        </ChartFrame>
        <ChartFrame
          id="workload"
          title="Booked hours pass 100 % in five weeks"
          subtitle="Booked share of sustainable hours in %, per week; week 42 so far, then forecast"
          table={timeTable("Booked hours by week", "%", workload)}
        >
          <TimeChart
            points={workload}
            names={{ actual: "booked" }}
            unit="%"
            summary={seriesSummary({
              name: "Booked hours, %",
              values: workload.map(({ actual, forecast }) => actual ?? forecast ?? null),
              period: "week",
            })}
          />
        </ChartFrame>
        <ChartFrame
          id="effort"
          title="More hours do not go with better health"
          subtitle="Health in points of 100 against hours of the last 4 weeks, one dot for each of 36 accounts"
          table={{
            caption: "Hours and health by account",
            columns: [
              { label: "Account" },
              { label: "Time spent", unit: "h", isNumber: true },
              { label: "Health", unit: "points", isNumber: true },
            ],
            rows: effort.map(({ key, name, x, y }) => ({ key, cells: [name, x, y] })),
          }}
        >
          <ScatterChart
            points={effort}
            x={{ name: "time spent in 4 weeks", unit: "h" }}
            y={{ name: "health", unit: "points" }}
            lines={{ y: 70 }}
            summary="36 accounts: health falls as hours rise; Northwind is marked."
          />
        </ChartFrame>
      </div>
    </DesignSection>
  )
}
