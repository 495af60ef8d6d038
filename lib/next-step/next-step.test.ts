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
  plannedOn: null,
  createdOn: "2026-01-01",
  cadence: 30,
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
    next: { on: "2026-12-09", what: "the next touchpoint" },
  })
  expect(nextStep({ ...calm, plannedOn: "2026-11-20" })).toMatchObject({ next: { on: "2026-11-20" } })
  expect(nextStep({ ...calm, cadence: 200 })).toEqual({
    kind: "nothing",
    next: { on: "2027-01-01", what: "the 180-day checkpoint of the renewal" },
  })
})

test("a renewal in a checkpoint without a contact since comes first", () => {
  // 45 days left: the 60-day checkpoint was on 1 Nov.
  const renewsOn = "2026-12-31"
  expect(said({ renewsOn, lastContactOn: "2026-10-31" })).toBe("renewal")
  expect(said({ renewsOn, lastContactOn: "2026-11-01" })).toBeNull()
  expect(said({ renewsOn, lastContactOn: null })).toBe("renewal")
  expect(said({ renewsOn: addDays(today, 181) })).toBeNull()
  expect(said({ renewsOn: addDays(today, 90), lastContactOn: "2026-11-15" })).toBe("renewal")
  expect(said({ renewsOn: addDays(today, -1) })).toBeNull()
  expect(nextStep({ ...calm, renewsOn, lastContactOn: null })).toMatchObject({
    step: {
      reason:
        "It renews in 45 days, and nobody has spoken with them since its 60-day checkpoint on Sun 1 Nov.",
    },
  })
})

test("a fall of health names its strongest cause", () => {
  const what = nextStep({
    ...calm,
    ...health({
      drop: "below its usual range 70 to 80",
      strongestCause: {
        label: "Licence use 48 %",
        effect: "pulls it down most, by 7.5 points",
        href: "#why",
      },
    }),
  })
  expect(what).toMatchObject({
    step: {
      rule: "drop",
      title: "Ask about Licence use 48 %",
      reason: "Health is below its usual range 70 to 80. Licence use 48 % pulls it down most, by 7.5 points.",
      href: "#why",
    },
    by: { on: "2026-12-09", what: "the next touchpoint" },
  })
})

test("a sponsor that left or never was is looked for", () => {
  expect(said({ contacts: [] })).toBe("sponsor")
  expect(said({ contacts: [{ role: "champion", leftOn: null }] })).toBe("sponsor")
  const what = nextStep({ ...calm, contacts: [{ role: "sponsor", leftOn: "2026-11-01" }] })
  expect(what).toMatchObject({ step: { title: "Find a new sponsor" } })
})

test("silence beyond the cadence is broken, and a plan is held on its day", () => {
  expect(said({ lastContactOn: addDays(today, -29) })).toBeNull()
  expect(said({ lastContactOn: addDays(today, -30) })).toBe("silence")
  expect(said({ lastContactOn: null })).toBe("silence")
  expect(said({ lastContactOn: addDays(today, -31), plannedOn: addDays(today, 1) })).toBeNull()
  expect(nextStep({ ...calm, plannedOn: "2026-11-15" })).toMatchObject({
    step: {
      title: "Hold the planned touchpoint",
      reason: "The last contact was 7 days ago. It was due on Sun 15 Nov: it was planned for then.",
    },
    by: { on: today, what: "a touchpoint is due" },
  })
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
      for (const drop of [null, "down 9 since the previous score"])
        for (const coverage of [0.2, 1])
          for (const contacts of [[], calm.contacts])
            for (const plannedOn of [null, addDays(today, 3)]) {
              const situation: AccountSituation = {
                ...calm,
                renewsOn,
                lastContactOn,
                plannedOn,
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
