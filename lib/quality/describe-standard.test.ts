import { expect, test } from "vitest"
import { byUrgency, describeStandard } from "./describe-standard.ts"
import { qualityFields } from "./fields.ts"
import { measuredWords } from "./measured-words.ts"
import { standardAnswer } from "./standard-answer.ts"

const today = "2026-11-22"
const fields = qualityFields([{ key: "nps", label: "NPS" }])
const around = { fields, scored: new Set(["nps"]), today }
const history = [
  { day: "2026-11-20", rows: 10, met: 10, atLeast: 0.9 },
  { day: today, rows: 10, met: 5, atLeast: 0.9 },
]
const described = (field: string, given = history) =>
  describeStandard({ field, dimension: "completeness", history: given }, around)

test("the trend has thirty places, and a gap for each day that was not measured", () => {
  const { trend, label, standing } = described("account.owner")
  expect(trend).toHaveLength(30)
  expect(trend.slice(-4)).toEqual([null, 100, null, 50])
  expect(label).toBe("Account owner")
  expect(standing).toMatchObject({ verdict: "not_met", failing: 5, failsSince: today, mayBeOlder: false })
})

test("a measure that the workspace lost keeps its history and says so", () => {
  expect(described("signal.gone")).toMatchObject({ label: "signal.gone", isMetWhen: null })
})

test("what fails most stands first, then what nobody measured, then what is fine by name", () => {
  const row = (field: string, met: number | null) => ({
    ...described(field, met === null ? [] : [{ day: today, rows: 10, met, atLeast: 0.9 }]),
    atLeast: 0.9,
  })
  const rows = [
    row("account.segment", 10),
    row("account.owner", 8),
    row("account.arr", 10),
    row("signal.nps", null),
    row("account.industry", 1),
  ]
  expect(byUrgency(rows).map(({ label }) => label)).toEqual([
    "Account industry",
    "Account owner",
    "NPS",
    "Account ARR",
    "Account segment",
  ])
})

test("the sentence of a standard says how many fail, what is asked, and since when", () => {
  const say = (given: typeof history) =>
    standardAnswer(
      { standing: described("account.owner", given).standing, atLeast: 0.9, noun: "account" },
      today,
    ).replaceAll("\u00a0", " ")
  expect(say(history)).toBe(
    "Not met: 5 accounts fail. 50 % of 10 accounts meet it; 90 % is asked. It fails since Sun 22 Nov.",
  )
  expect(say(history.slice(0, 1))).toBe("Met: 100 % of 10 accounts meet it; 90 % is asked.")
  expect(say(history.slice(1))).toContain("Sun 22 Nov or before.")
  expect(say([])).toBe("Not measured yet.")
  expect(say([{ day: today, rows: 0, met: 0, atLeast: 0.9 }])).toBe("There is no account to measure it on.")
})

test("a measurement older than a day is called old", () => {
  const place = { now: new Date("2026-11-22T06:00:00Z"), timeZone: "UTC" }
  const say = (at: string | null) =>
    measuredWords([{ measuredAt: at === null ? null : new Date(at) }, { measuredAt: null }], place)
  expect(say("2026-11-22T05:00:00Z")).toBe(
    "Sources as of Sun 22 Nov 06:00. Quality measured Sun 22 Nov 05:00.",
  )
  expect(say("2026-11-20T05:00:00Z")).toContain("the figures below are old")
  expect(say(null)).toBe("Sources as of Sun 22 Nov 06:00. Quality is not measured yet.")
})
