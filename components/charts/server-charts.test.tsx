import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Bullet } from "#components/charts/bullet.tsx"
import { CalendarBars } from "#components/charts/calendar-bars.tsx"
import { Heatmap } from "#components/charts/heatmap.tsx"
import { MilestoneTrack } from "#components/charts/milestone-track.tsx"
import { StripPlot } from "#components/charts/strip-plot.tsx"

const textOf = (markup: string) => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")
const count = (markup: string, part: string) => markup.split(part).length - 1

test("a heatmap prints every number, and marks over and under for paper; a missing cell is empty", () => {
  const markup = renderToStaticMarkup(
    <Heatmap
      caption="Booked"
      rowHeading="Team"
      columns={["w1", "w2", "w3", "w4"]}
      rows={[{ key: "a", label: "SMB", values: [55, 78, null, 110] }]}
      ends={[60, 70, 86, 96, 106]}
    />,
  )
  expect(textOf(markup)).toContain("SMB 55 ▽ 78 110 ▲")
  expect(count(markup, "<td")).toBe(4)
  expect(markup).toContain("bg-heat-6 text-heat-6-ink")
})

test("a strip has one dot for each known value, and none for a missing one", () => {
  const values = [12, 40, 71, null, 1000]
  const markup = renderToStaticMarkup(
    <StripPlot
      points={values.map((value, place) => ({
        key: String(place),
        value,
        status: value === 12 ? "act" : undefined,
      }))}
      scale={{ from: 0, to: 100 }}
      summary="4 accounts"
    />,
  )
  expect(count(markup, "<circle")).toBe(4)
  expect(count(markup, "var(--act-mark)")).toBe(1)
  expect(markup).toContain('aria-label="4 accounts"')
  expect(textOf(markup)).toContain("median 56")
})

test("a bullet without a value has ranges and target, but no bar", () => {
  const draw = (value: number | null) =>
    renderToStaticMarkup(
      <Bullet value={value} target={50} rangeEnds={[40, 70]} scale={{ from: 0, to: 100 }} summary="s" />,
    )
  expect(count(draw(20), "<rect")).toBe(6)
  expect(count(draw(null), "<rect")).toBe(5)
  expect(draw(20)).toContain('width="20%"')
  expect(draw(720)).toContain("<path")
})

test("bars leave a gap where there is no data, and number the highest", () => {
  const markup = renderToStaticMarkup(
    <CalendarBars
      periods={[
        { key: "a", label: "w1", amounts: [10, 5] },
        { key: "b", label: "w2", amounts: null },
        { key: "c", label: "w3", amounts: [30, 5] },
        { key: "d", label: "w4", amounts: [0, 0] },
      ]}
      parts={[
        { name: "safe", tone: "ink" },
        { name: "at risk", tone: "watch" },
      ]}
      say={(amount) => `$${amount}k`}
      summary="4 weeks"
    />,
  )
  expect(textOf(markup)).toContain("safe at risk")
  expect(textOf(markup)).toContain("$15k w1 w2 $35k w3 $0k w4")
})

test("a track lists every milestone with its state in words", () => {
  const markup = renderToStaticMarkup(
    <MilestoneTrack
      milestones={[
        { key: "a", label: "Kick-off", plannedOn: "2026-10-05", reachedOn: "2026-10-05" },
        { key: "b", label: "First value", plannedOn: "2026-11-06", reachedOn: null },
      ]}
      from="2026-10-01"
      to="2026-12-31"
      today="2026-11-18"
      summary="2 milestones"
    />,
  )
  expect(textOf(markup)).toContain("1 Kick-off Reached on time, planned Mon 5 Oct")
  expect(textOf(markup)).toContain("2 First value Open, 12 d late, planned Fri 6 Nov")
})
