import { Bullet } from "#components/charts/bullet.tsx"
import { CalendarBars } from "#components/charts/calendar-bars.tsx"
import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { ContributionBars } from "#components/charts/contribution-bars.tsx"
import { Heatmap } from "#components/charts/heatmap.tsx"
import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { StripPlot } from "#components/charts/strip-plot.tsx"
import { DesignSection } from "#components/design/design-section.tsx"
import { bookedEnds } from "#components/design/example-figures.ts"
import { extremes, longName, unbroken } from "#components/design/extremes.ts"
import { barsTable, heatTable, stripTable } from "#components/design/figures-of.ts"
import { Button } from "#components/ui/button.tsx"
import { ConflictState } from "#components/ui/conflict-state.tsx"
import { NumberStrip } from "#components/ui/number-strip.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { StaleValue } from "#components/ui/stale-value.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { barsSentence, bulletSentence, stripSentence } from "#lib/charts/chart-sentences.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatNumber, formatSigned } from "#lib/format/number.ts"

const values = extremes.map(({ value }) => value)
const names = extremes.map(({ name }) => name)
const periods = extremes.map(({ key, value }, place) => ({
  key,
  label: `w${place + 1}`,
  amounts: value === null ? null : [value],
}))

export function FixturesSection() {
  return (
    <DesignSection
      id="fixtures"
      title="Values at the edge"
      about="Names of 200 letters, 0, negative, missing and ten times the usual, in everything that shows a value."
    >
      <NumberStrip
        label="Key numbers at the edge"
        numbers={[
          { key: "long", label: longName, value: "72", comparison: "+4 vs 4 weeks ago" },
          { key: "zero", label: "Renewals in 90 days", value: "0", comparison: "0 vs 4 weeks ago" },
          {
            key: "minus",
            label: "Movement of ARR, quarter to date",
            value: formatMoney(-38_000_000, "USD"),
            comparison: "−$410k vs last quarter",
          },
          { key: "none", label: "Survey replies", value: "", comparison: "no reply yet" },
          {
            key: "ten",
            label: "ARR",
            value: formatMoney(123_456_789_000, "USD"),
            comparison: "ten times the usual",
          },
          {
            key: "stale",
            label: "Open tickets",
            value: <StaleValue value="14" source="Zendesk" completeTo="03:10" />,
            comparison: "+2 vs last week",
          },
        ]}
      />
      <Panel title="A table holds them all" subtitle="Value in points, week 6, against the week before">
        <Table caption="Values at the edge" minWidth={640}>
          <thead>
            <tr>
              <Th isFirst>Name</Th>
              <Th isNumber>Value</Th>
              <Th isNumber>Change</Th>
              <Th>6 weeks</Th>
              <Th>Against 50, scale 0 to 100</Th>
            </tr>
          </thead>
          <tbody>
            {extremes.map(({ key, name, value }) => {
              const series = [12, 14, null, 13, 15, value]
              return (
                <Tr key={key}>
                  <RowHead>{name}</RowHead>
                  <Td isNumber>{value === null ? "" : formatNumber(value)}</Td>
                  <Td isNumber>{value === null ? "" : formatSigned(value - 15)}</Td>
                  <Td>
                    <Sparkline
                      values={series}
                      label={seriesSummary({ name, values: series, period: "week" })}
                    />
                  </Td>
                  <Td>
                    <div className="w-44">
                      <Bullet
                        value={value}
                        target={50}
                        rangeEnds={[40, 70]}
                        scale={{ from: 0, to: 100 }}
                        summary={bulletSentence({ label: name, value, target: 50, say: formatNumber })}
                      />
                    </div>
                  </Td>
                </Tr>
              )
            })}
          </tbody>
        </Table>
      </Panel>
      <div className="grid gap-4 xl:grid-cols-2">
        <ChartFrame
          id="edge-contributions"
          title={`${unbroken} takes the most`}
          subtitle="Points, today"
          table={{
            caption: "Contributions at the edge",
            columns: [{ label: "Cause" }, { label: "Effect", unit: "points", isNumber: true }],
            rows: extremes.map(({ key, name, value }) => ({ key, cells: [name, value] })),
          }}
        >
          <ContributionBars
            contributions={extremes.flatMap(({ key, name, value }) =>
              value === null ? [] : [{ key, label: name, amount: value }],
            )}
            digits={0}
            summary="Five causes from −38 to 720 points; one has no value."
          />
        </ChartFrame>
        <ChartFrame
          id="edge-strip"
          title="Values beyond the scale stand at its end"
          subtitle="Points on a scale of 0 to 100, one dot for each value"
          table={stripTable("Values at the edge", "points", extremes)}
        >
          <StripPlot
            points={extremes}
            scale={{ from: 0, to: 100 }}
            summary={stripSentence({ noun: "value", values, say: formatNumber })}
          />
        </ChartFrame>
        <ChartFrame
          id="edge-heat"
          title="A missing cell is empty, a long name is cut"
          subtitle="Percent, target range 70 to 85"
          table={heatTable(
            "Cells at the edge",
            "%",
            ["w1", "w2", "w3", "w4", "w5", "w6"],
            [{ key: "long", label: names[0]!, values }],
          )}
        >
          <Heatmap
            caption="Cells at the edge"
            rowHeading="Team"
            columns={["w1", "w2", "w3", "w4", "w5", "w6"]}
            rows={[
              { key: "long", label: names[0]!, values },
              { key: "unbroken", label: names[1]!, values: values.toReversed() },
            ]}
            ends={bookedEnds}
          />
        </ChartFrame>
        <ChartFrame
          id="edge-bars"
          title="Bars begin at zero, also below it"
          subtitle="Points per week, 6 weeks; week 5 has no data"
          table={barsTable("Bars at the edge", "Week", "points", ["Points"], periods)}
        >
          <CalendarBars
            periods={periods}
            parts={[{ name: "points", tone: "ink" }]}
            say={formatNumber}
            summary={barsSentence({ step: "week", periods, parts: ["points"], say: formatNumber })}
          />
        </ChartFrame>
      </div>
      <ConflictState
        field="the name"
        mine={longName}
        theirs={unbroken}
        changedBy={{ who: longName, when: "at 09:27" }}
        keepMine={<Button>Keep mine</Button>}
        takeTheirs={<Button>Take theirs</Button>}
      />
    </DesignSection>
  )
}
