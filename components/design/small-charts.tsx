import { Bullet } from "#components/charts/bullet.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { bulletSentence } from "#lib/charts/chart-sentences.ts"
import { formatNumber, formatSigned, noBreak } from "#lib/format/number.ts"
import { naturalLimits } from "#lib/math/xmr.ts"

const metrics = [
  {
    name: "Gross revenue retention",
    unit: "%",
    values: [91, 92, 91, 92, 91, 92, 92, 91, 91, 92, 92, 91, 91],
    target: 93,
    rangeEnds: [85, 90],
    scale: { from: 0, to: 100 },
    status: "routine",
    word: "Routine variation",
  },
  {
    name: "Escalations resolved in time",
    unit: "%",
    values: [94, 95, 94, 93, 95, 94, 95, null, 94, 95, 94, 94, 88],
    target: 95,
    rangeEnds: [80, 90],
    scale: { from: 0, to: 100 },
    status: "watch",
    word: "Signal: below limit",
  },
  {
    name: "Onboarding time to value",
    unit: "d",
    values: [44, 43, 45, 44, 35, 34, 35, 34, 33, 34, 33, 32, 31],
    target: 30,
    rangeEnds: [30, 45],
    scale: { from: 0, to: 60 },
    status: "good",
    word: "Signal: 9 weeks better",
  },
] as const

/** The small ones stand in rows: a sparkline with its natural limits, a bullet against its target, two words. */
export function SmallCharts() {
  return (
    <Panel
      title="2 signals this week, 1 worse and 1 better"
      subtitle="Week 46, ended Sun 15 Nov, against week 45. Limits from the first 12 weeks shown"
    >
      <Table caption="Key numbers with small charts" minWidth={880}>
        <thead>
          <tr>
            <Th isFirst>Metric</Th>
            <Th isNumber>Last week</Th>
            <Th isNumber>vs week before</Th>
            <Th>13 weeks, band = natural limits</Th>
            <Th>Against target</Th>
            <Th isNumber>Target</Th>
            <Th>What changed</Th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => {
            const known = metric.values.filter((value) => value !== null)
            const last = known.at(-1) ?? null
            const limits = naturalLimits(known.slice(0, -1))
            const say = (value: number) => `${formatNumber(value)}${noBreak}${metric.unit}`
            return (
              <Tr key={metric.name}>
                <RowHead>{metric.name}</RowHead>
                <Td isNumber>{last === null ? "" : say(last)}</Td>
                <Td isNumber>{formatSigned((last ?? 0) - (known.at(-2) ?? 0))}</Td>
                <Td>
                  <Sparkline
                    values={metric.values}
                    limits={limits}
                    status={metric.status === "routine" ? undefined : metric.status}
                    label={seriesSummary({
                      name: metric.name,
                      values: metric.values,
                      period: "week",
                      limits,
                    })}
                  />
                </Td>
                <Td>
                  <div className="w-44">
                    <Bullet
                      value={last}
                      target={metric.target}
                      rangeEnds={metric.rangeEnds}
                      scale={metric.scale}
                      summary={bulletSentence({
                        label: metric.name,
                        value: last,
                        target: metric.target,
                        say,
                      })}
                    />
                  </div>
                </Td>
                <Td isNumber>{say(metric.target)}</Td>
                <Td>
                  <StatusMark status={metric.status}>{metric.word}</StatusMark>
                </Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
      <div className="mt-6 max-w-md">
        <p className="text-13">Gross revenue retention, %, week 46, with its scale</p>
        <Bullet
          value={91}
          target={93}
          rangeEnds={[85, 90]}
          scale={{ from: 0, to: 100 }}
          summary={bulletSentence({
            label: "Gross revenue retention",
            value: 91,
            target: 93,
            say: formatNumber,
          })}
          hasScale
        />
      </div>
    </Panel>
  )
}
