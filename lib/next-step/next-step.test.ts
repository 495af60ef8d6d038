import { expect, test } from "vitest"
import { addDays } from "#lib/format/calendar-day.ts"
import { nextStep } from "./next-step.ts"
import { rules } from "./rules.ts"
import type { AccountSituation } from "./schema.ts"

const today = "2026-11-16"

/** Nothing is due here: spoken with a week ago, sponsor there, renewal far. */
const calm: AccountSituation = {
  today,
  isLost: false,
  renewsOn: "2027-06-30",
  lastContactOn: "2026-11-09",
  nextPlannedOn: null,
  cadence: { days: 30, profile: "Enterprise" },
  contacts: [{ role: "sponsor", leftOn: null }],
  health: { value: 72, drop: null, strongestCause: null, leftOut: [], coverage: 1 },
}
const said = (over: Partial<AccountSituation>) => {
  const what = nextStep({ ...calm, ...over })
  return what.kind === "step" ? what.step.rule : null
}
const health = (over: Partial<NonNullable<AccountSituation["health"]>>) => ({
  health: { ...calm.health!, ...over },
})

test("nothing is due for a calm account, and the first day that comes is named", () => {
  expect(nextStep(calm)).toEqual({
    kind: "nothing",
    next: { on: "2026-12-10", what: "the next contact of the cadence" },
  })
  expect(nextStep({ ...calm, nextPlannedOn: "2026-11-20" })).toEqual({
    kind: "nothing",
    next: { on: "2026-11-20", what: "a planned touchpoint" },
  })
  expect(nextStep({ ...calm, cadence: null })).toEqual({
    kind: "nothing",
    next: { on: "2027-04-01", what: "the 90-day checkpoint of the renewal" },
  })
  expect(nextStep({ ...calm, cadence: null, renewsOn: null })).toEqual({ kind: "nothing", next: null })
})

test("a renewal in a checkpoint without a contact since comes first", () => {
  // 45 days left: the 60-day checkpoint was on 1 Nov.
  const renewsOn = "2026-12-31"
  expect(said({ renewsOn, lastContactOn: "2026-10-31" })).toBe("renewal")
  expect(said({ renewsOn, lastContactOn: "2026-11-01" })).toBeNull()
  expect(said({ renewsOn, lastContactOn: null })).toBe("renewal")
  expect(said({ renewsOn, lastContactOn: null, nextPlannedOn: "2026-12-01" })).toBeNull()
  expect(said({ renewsOn: addDays(today, 91), lastContactOn: "2026-11-01" })).toBeNull()
  expect(said({ renewsOn: addDays(today, 90), lastContactOn: "2026-11-15" })).toBe("renewal")
  expect(said({ renewsOn: addDays(today, -1), cadence: null, lastContactOn: null })).toBeNull()
})

test("a fall of health names its strongest cause", () => {
  const what = nextStep({
    ...calm,
    ...health({ drop: "Down: 62 is below its usual range 70 to 80", strongestCause: "Licence use 48 %" }),
  })
  expect(what).toMatchObject({
    step: {
      rule: "drop",
      title: "Ask about Licence use 48 %",
      reason: "Down: 62 is below its usual range 70 to 80. This pulls it down most.",
      href: "#changed",
    },
  })
})

test("a sponsor that left or never was is looked for", () => {
  expect(said({ contacts: [] })).toBe("sponsor")
  expect(said({ contacts: [{ role: "champion", leftOn: null }] })).toBe("sponsor")
  const what = nextStep({ ...calm, contacts: [{ role: "sponsor", leftOn: "2026-11-01" }] })
  expect(what).toMatchObject({ step: { title: "Find a new sponsor" } })
})

test("silence beyond the cadence is broken, unless something is planned", () => {
  expect(said({ lastContactOn: addDays(today, -30) })).toBeNull()
  expect(said({ lastContactOn: addDays(today, -31) })).toBe("silence")
  expect(said({ lastContactOn: null })).toBe("silence")
  expect(said({ lastContactOn: addDays(today, -31), nextPlannedOn: today })).toBeNull()
  expect(said({ lastContactOn: addDays(today, -400), cadence: null })).toBeNull()
})

test("data is asked for when less than 70 % of the weight is known", () => {
  expect(said(health({ coverage: 0.69, leftOut: ["Survey", "Tickets"] }))).toBe("oldData")
  expect(said(health({ coverage: 0.7, leftOut: ["Survey"] }))).toBeNull()
  expect(nextStep({ ...calm, ...health({ coverage: 0.4, leftOut: ["Survey", "Tickets"] }) })).toMatchObject({
    step: {
      reason:
        "Only 40\u00a0% of the score's weight is known: Survey and 1 more measure are missing or too old.",
    },
  })
})

test("nothing is due for a customer that has left", () => {
  expect(nextStep({ ...calm, isLost: true, contacts: [] })).toEqual({ kind: "nothing", next: null })
})

test("exactly one step, always the same, and the first of the rules that apply", () => {
  const days = [null, addDays(today, -100), addDays(today, -5), today]
  for (const renewsOn of [null, addDays(today, 10), addDays(today, 80), addDays(today, 300)])
    for (const lastContactOn of days)
      for (const drop of [null, "Down 9: 71 to 62 since the previous score"])
        for (const coverage of [0.2, 1])
          for (const contacts of [[], calm.contacts])
            for (const nextPlannedOn of [null, addDays(today, 3)]) {
              const situation: AccountSituation = {
                ...calm,
                renewsOn,
                lastContactOn,
                nextPlannedOn,
                contacts,
                ...health({ drop, coverage, leftOut: coverage < 1 ? ["Survey"] : [] }),
              }
              const what = nextStep(situation)
              expect(nextStep(structuredClone(situation))).toEqual(what)
              const applying = Object.entries(rules).filter(([, rule]) => rule(situation) !== null)
              if (what.kind === "step") expect(what.step.rule).toBe(applying[0]?.[0])
              else expect(applying).toEqual([])
            }
})
