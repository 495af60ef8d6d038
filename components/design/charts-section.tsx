import { CalendarBars } from "#components/charts/calendar-bars.tsx"
import { ChartFrame } from "#components/charts/chart-frame.tsx"
import { ContributionBars } from "#components/charts/contribution-bars.tsx"
import { Heatmap } from "#components/charts/heatmap.tsx"
import { MilestoneTrack } from "#components/charts/milestone-track.tsx"
import { StripPlot } from "#components/charts/strip-plot.tsx"
import { CrowdExample, DotsExample, JudgedExample } from "#components/design/counted-charts.tsx"
import { DesignSection } from "#components/design/design-section.tsx"
import {
  booked,
  bookedEnds,
  bookedWeeks,
  healthScores,
  movements,
  onboarding,
  renewals,
  today,
} from "#components/design/example-figures.ts"
import { barsTable, heatTable, stripTable, trackTable } from "#components/design/figures-of.ts"
import { SmallCharts } from "#components/design/small-charts.tsx"
import { barsSentence, milestoneSentence, stripSentence } from "#lib/charts/chart-sentences.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

const points = (value: number) => formatNumber(value)
const money = (thousands: number) => formatMoney(thousands * 100_000, "USD")
const reasons = [
  { key: "licence", label: "Licence use 48 %", amount: -9 },
  { key: "tickets", label: "2 open escalations", amount: -6 },
  { key: "sponsor", label: "Sponsor left 12 Oct", amount: -4 },
  { key: "done", label: "Onboarding done on time", amount: 4 },
  { key: "survey", label: "Survey reply 9 of 10", amount: 3 },
]
const renewalParts = [
  { name: "safe", tone: "ink" },
  { name: "at risk", tone: "watch" },
  { name: "lost", tone: "act" },
] as const
const movementParts = [
  { name: "won", tone: "good" },
  { name: "lost", tone: "act" },
] as const

export function ChartsSection() {
  const healths = healthScores.map(({ value }) => value)
  const low = healths.filter((value) => value !== null && value < 40).length
  return (
    <DesignSection
      id="charts"
      title="Charts drawn on the server"
      about="The title is the finding. Every chart has its table (T) and, in its menu, its file, image, link and full screen; a missing value is a gap."
    >
      <SmallCharts />
      <div className="grid gap-4 xl:grid-cols-2">
        <ChartFrame
          id="why"
          title="Three causes pull Northwind down 19 points"
          subtitle="Points of health against the average of 74, today"
          table={{
            caption: "What moves the health of Northwind",
            columns: [{ label: "Cause" }, { label: "Effect", unit: "points", isNumber: true }],
            rows: reasons.map(({ key, label, amount }) => ({ key, cells: [label, amount] })),
          }}
        >
          <ContributionBars
            contributions={reasons}
            digits={0}
            summary="Licence use takes 9 points, escalations 6, the sponsor 4; onboarding adds 4, the survey 3."
          />
        </ChartFrame>
        <ChartFrame
          id="strip"
          title={`${formatNumber(low)} of ${formatCount(healths.length, "account")} need somebody now`}
          subtitle="Health in points of 100, one dot for each account, today; edges of the bands at 40 and 70"
          table={stripTable("Health by account", "points", healthScores)}
        >
          <StripPlot
            points={healthScores}
            scale={{ from: 0, to: 100 }}
            cuts={[40, 70]}
            summary={stripSentence({ noun: "account", values: healths, say: points })}
          />
        </ChartFrame>
        <DotsExample />
        <CrowdExample />
        <JudgedExample />
        <ChartFrame
          id="load"
          title="Mid-Market is over its hours from week 46 on"
          subtitle="Booked share of sustainable hours in %, per week; target range 70 to 85. Weeks 47 to 55 are forecast"
          table={heatTable("Booked hours by team and week", "%", bookedWeeks, booked)}
        >
          <Heatmap
            caption="Booked hours by team and week"
            rowHeading="Team"
            columns={bookedWeeks}
            rows={booked}
            ends={bookedEnds}
          />
        </ChartFrame>
        <ChartFrame
          id="track"
          title="Training is late and holds back first value"
          subtitle="Milestones of Northwind by day: planned tick, reached mark, delay as a thick line"
          table={trackTable("Milestones of Northwind", onboarding, today)}
        >
          <MilestoneTrack
            milestones={onboarding}
            from="2026-10-01"
            to="2026-12-31"
            today={today}
            summary={milestoneSentence(onboarding, today)}
          />
        </ChartFrame>
        <ChartFrame
          id="renewals"
          title="Week 3 renews most, $520k; week 2 has no data"
          subtitle="ARR that renews in thousands of USD, per week, 13 weeks from now"
          table={barsTable("Renewals by week", "Week", "k USD", ["Safe", "At risk", "Lost"], renewals)}
        >
          <CalendarBars
            periods={renewals}
            parts={renewalParts}
            say={money}
            summary={barsSentence({
              step: "week",
              periods: renewals,
              parts: ["safe", "at risk", "lost"],
              say: money,
            })}
          />
        </ChartFrame>
        <ChartFrame
          id="movements"
          title="Won more than it lost in every quarter but Q2"
          subtitle="Movement of ARR in thousands of USD, per quarter, 2026"
          table={barsTable("Movements by quarter", "Quarter", "k USD", ["Won", "Lost"], movements)}
        >
          <CalendarBars
            periods={movements}
            parts={movementParts}
            say={money}
            summary={barsSentence({
              step: "quarter",
              periods: movements,
              parts: ["won", "lost"],
              say: money,
            })}
          />
        </ChartFrame>
      </div>
    </DesignSection>
  )
}
