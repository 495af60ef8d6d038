import { expect, test } from "vitest"
import type { SourceStanding } from "./source-standing.ts"
import { type TrustQuestion, trustAnswer } from "./trust-answer.ts"

const fine: SourceStanding = { state: "on_time", lagHours: 3, lateHours: 0 }
const late = (hours: number): SourceStanding => ({ state: "late", lagHours: 24 + hours, lateHours: hours })
const source = (name: string, standing: SourceStanding, ...subjects: string[]) => ({
  name,
  standing,
  subjects,
})
const say = (
  sources: TrustQuestion["sources"],
  standards: Partial<TrustQuestion["standards"]> = {},
): string =>
  trustAnswer({ sources, standards: { measured: 9, notMet: 0, failing: [], ...standards } }).replaceAll(
    "\u00a0",
    " ",
  )

test("one late source takes what it tells of out of the trust", () => {
  expect(say([source("Zendesk", late(6), "Support"), source("CRM", fine, "Relationship")])).toBe(
    "Trust everything except support: Zendesk is 6 h late.",
  )
})

test("several are counted, and the worst is named with its delay", () => {
  const failing: SourceStanding = { state: "failing", lagHours: 528, lateHours: 504 }
  expect(
    say([
      source("Zendesk", late(6), "Support", "NPS"),
      source("Desk", failing, "Support"),
      source("CRM", fine),
    ]),
  ).toBe(
    "Trust everything except support and NPS: 2 sources are late or failing, Desk most: it is 21 d late and fails.",
  )
})

test("when every source is late there is no measure to trust", () => {
  expect(say([source("A", late(6)), source("B", late(50))])).toBe(
    "Trust no measure today: both sources are late or failing, B most: it is 2 d late.",
  )
})

test("standards that fail are named with their share of all standards", () => {
  expect(say([source("CRM", fine)], { notMet: 1, failing: ["Account owner"] })).toBe(
    "Trust everything except account owner: 1 of 9 quality standards is not met, the one source is on time.",
  )
  expect(
    say([source("Zendesk", late(6), "Support"), source("CRM", fine)], {
      notMet: 5,
      failing: ["A", "ARR", "Cc", "D"],
    }),
  ).toBe(
    "Trust everything except support: Zendesk is 6 h late. Check A, ARR and 2 more as well: 5 of 9 quality standards are not met.",
  )
})

test("standards that fail for what a late source tells are counted, not named again", () => {
  expect(say([source("Zendesk", late(6), "Support"), source("CRM", fine)], { notMet: 2 })).toBe(
    "Trust everything except support: Zendesk is 6 h late. 2 of 9 quality standards are not met, for what late sources tell.",
  )
})

test("all well is said once, with what it rests on", () => {
  expect(say([source("CRM", fine), source("Desk", fine)])).toBe(
    "Trust everything: all 2 sources are on time and 9 quality standards are met.",
  )
})

test("nothing is claimed about what nobody has looked at", () => {
  expect(say([], { measured: 0 })).toBe("Nothing to trust yet: no source has told anything.")
  const silent: SourceStanding = { state: "silent", lagHours: null, lateHours: 0 }
  expect(say([source("CRM", fine), source("Desk", silent)], { measured: 0 })).toBe(
    "Trust everything: the one source is on time. 1 source has told nothing yet. The quality standards are not measured yet.",
  )
  expect(say([source("Desk", silent)], { measured: 0 })).toBe(
    "1 source has told nothing yet. The quality standards are not measured yet.",
  )
})

test("every number of the sentence stands in what it was made from", () => {
  const text = say([source("A", late(30), "Support"), source("B", fine), source("C", fine)], {
    notMet: 2,
    failing: ["X", "Y"],
  })
  expect(text.match(/\d+/g)?.map(Number)).toEqual([30, 2, 9])
})
