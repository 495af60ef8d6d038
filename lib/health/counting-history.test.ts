import { expect, test } from "vitest"
import { countingHistory } from "#lib/health/counting-history.ts"

const now = new Date("2026-11-16T09:00:00Z")
const judgement = (setAt: string, endsAt: string) => ({
  value: 40,
  setAt: new Date(setAt),
  endsAt: new Date(endsAt),
})
const history = ["2026-11-14", "2026-11-15", "2026-11-16"].map((day) => ({ day, value: 62 }))
const told = (given: Partial<Parameters<typeof countingHistory>[0]>) =>
  countingHistory({ history, newestDay: "2026-11-16", judgements: [], timeZone: "UTC", now, ...given }).map(
    ({ value, isJudged, computed }) => [value, isJudged, computed],
  )

test("a judgement stands in the line for the days on which it counted, the computed score beside it", () => {
  const judgements = [judgement("2026-11-15T12:00:00Z", "2026-11-20T00:00:00Z")]
  expect(told({ judgements })).toEqual([
    [62, false, 62],
    [40, true, 62],
    [40, true, 62],
  ])
})

test("one that ended this morning no longer counts today", () => {
  const judgements = [judgement("2026-11-14T12:00:00Z", "2026-11-16T08:00:00Z")]
  expect(told({ judgements }).map(([value]) => value)).toEqual([40, 40, 62])
})

test("without a computed score today the line still ends with what counts today", () => {
  const judgements = [judgement("2026-11-16T08:00:00Z", "2026-11-20T00:00:00Z")]
  expect(told({ history: history.slice(0, 2), judgements })).toEqual([
    [62, false, 62],
    [62, false, 62],
    [40, true, null],
  ])
  expect(told({ history: [] })).toEqual([[null, false, null]])
})
