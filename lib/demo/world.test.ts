import { beforeAll, describe, expect, test, vi } from "vitest"
import type { Facts } from "./facts.ts"
import { demoMeasures, demoSources, sourcePlace } from "./measures.ts"
import { demoPersons } from "./people.ts"
import { type WorldPlan, worldSizes } from "./plan.ts"
import { planted } from "./planted.ts"
import type { WorldTruth } from "./truth.ts"
import { World } from "./world.ts"

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

const anchorDay = "2026-11-20"
const full: WorldPlan = { seed: 1, anchorDay, ...worldSizes.full }
const small: WorldPlan = { ...full, ...worldSizes.small }
const evening = (world: World, day = 0) => (world.calendar.anchor + day) * 1440 + 22 * 60

function told(plan: WorldPlan): { world: World; facts: Facts } {
  const world = new World(plan)
  world.advanceTo(evening(world))
  return { world, facts: world.take() }
}

describe("a small world", () => {
  test("the same seed and anchor give the same facts, another seed others", () => {
    const { facts } = told(small)
    expect(told(small).facts).toEqual(facts)
    expect(told({ ...small, seed: 2 }).facts.readings).not.toEqual(facts.readings)
  })

  test("told in many steps it equals one that was told at once", () => {
    const whole = new World(small)
    const stepped = new World(small)
    const end = evening(whole, 20)
    whole.advanceTo(end)
    const parts: Facts[] = []
    for (let at = 0, nth = 1; at < end; nth++) {
      at = Math.min(end, at + (nth % 7 === 0 ? 9_000 : 731))
      stepped.advanceTo(at)
      parts.push(stepped.take())
    }
    const facts = whole.take()
    expect(parts.flatMap(({ touchpoints }) => touchpoints)).toEqual(facts.touchpoints)
    expect(parts.flatMap(({ movements }) => movements)).toEqual(facts.movements)
    const sorted = (some: readonly Facts[]) =>
      some
        .flatMap(({ readings }) =>
          readings.accounts.map((account, at) =>
            [
              account,
              readings.measures[at],
              readings.sources[at],
              readings.days[at],
              readings.values[at],
            ].join(),
          ),
        )
        .sort()
    expect(sorted(parts)).toEqual(sorted([facts]))
    type Row = { readonly externalId: string }
    const byId = (rows: readonly Row[]) => Object.fromEntries(rows.map((row) => [row.externalId, row]))
    for (const noun of ["accounts", "contracts", "contacts"] as const)
      expect(byId(parts.flatMap((part): readonly Row[] => part[noun]))).toEqual(byId(facts[noun]))
  })

  test("on the first morning only those have told who tell by then", () => {
    const world = new World(small)
    const noon = world.calendar.anchor * 1440 + 12 * 60
    world.advanceTo(noon)
    const { readings, touchpoints } = world.take()
    const today = readings.days.flatMap((day, at) =>
      day === world.calendar.anchor ? [readings.sources[at]] : [],
    )
    expect(today.filter((source) => source === sourcePlace.billing).length).toBeGreaterThan(40)
    const all = told(small).facts.readings.days.filter((day) => day === world.calendar.anchor).length
    expect(today.length).toBeLessThan(all)
    for (const { happenedAt } of touchpoints) expect(world.minuteOf(happenedAt)).toBeLessThanOrEqual(noon)
  })

  test("an anchor on a leap day works", () => {
    expect(told({ ...small, anchorDay: "2028-02-29" }).facts.accounts).toHaveLength(64)
  })
})

describe("a full world", () => {
  let world: World
  let facts: Facts
  let truth: WorldTruth
  beforeAll(() => {
    ;({ world, facts } = told(full))
    truth = world.truth()
  })

  test("500 accounts of three segments under names that are met once", () => {
    const count = (segment: string) => facts.accounts.filter((account) => account.segment === segment).length
    expect(["Enterprise", "Mid-Market", "SMB"].map(count)).toEqual([60, 160, 280])
    expect(new Set(facts.accounts.map(({ name }) => name)).size).toBe(500)
    expect(new Set(facts.accounts.map(({ domain }) => domain)).size).toBe(500)
    expect(facts.accounts.some(({ name }) => name.length > 80)).toBe(true)
    expect(facts.accounts.filter(({ name }) => /[À-ž]/.test(name)).length).toBeGreaterThan(10)
    for (const { domain } of facts.accounts) expect(domain).toMatch(/^[a-z0-9-]+\.example$/)
  })

  test("ten measures are told, daily for the last 91 days and weekly before", () => {
    const { anchor } = world.calendar
    const days = [...new Set(facts.readings.days)].sort((a, b) => a - b)
    expect(days.filter((day) => day > anchor - 91)).toHaveLength(91)
    expect(days.filter((day) => day <= anchor - 91)).toHaveLength(91)
    expect(new Set(facts.readings.measures).size).toBe(demoMeasures.length)
    expect(facts.readings.accounts.length).toBeGreaterThan(700_000)
  })

  test("customers are owned by people who are there", () => {
    const people = new Map(demoPersons(full).map((person) => [person.externalId, person]))
    expect(people.size).toBe(40)
    for (const { ownerExternalId, lifecycleStage } of facts.accounts) {
      const owner = people.get(ownerExternalId)
      expect(owner).toBeDefined()
      if (lifecycleStage !== "churned") expect(owner?.endedOn ?? "9999").toBe("9999")
    }
  })

  test("revenue ends at exactly what the lines of the present contract are paid, or at nothing", () => {
    const contractOf = new Map(facts.contracts.map((one) => [one.accountExternalId, one.externalId]))
    const paid = new Map<string, number>()
    for (const { contractExternalId, quantity, paidPriceCents } of facts.entitlements)
      paid.set(contractExternalId, (paid.get(contractExternalId) ?? 0) + quantity * paidPriceCents)
    const arr = new Map(
      facts.movements.map(({ accountExternalId, arrCents }) => [accountExternalId, arrCents]),
    )
    for (const { externalId, lifecycleStage } of facts.accounts)
      expect(arr.get(externalId)).toBe(
        lifecycleStage === "churned" ? 0 : paid.get(contractOf.get(externalId) ?? ""),
      )
  })

  test.each(["contracts", "contacts", "touchpoints"] as const)(
    "every one of the %s has its own id",
    (noun) => {
      expect(new Set(facts[noun].map(({ externalId }) => externalId)).size).toBe(facts[noun].length)
    },
  )

  test("as many decide to leave as the hazards foretell, within what chance allows", () => {
    const hazards = Object.values(truth.hazards).flatMap(({ perMillion }) => perMillion)
    const expected = hazards.reduce((sum, hazard) => sum + hazard, 0) / 1_000_000
    expect(expected).toBeGreaterThan(50)
    expect(Math.abs(truth.losses.length - expected)).toBeLessThan(3 * Math.sqrt(expected))
  })

  test("the planted slow team answers late, the other teams do not", () => {
    const slowFrom = (world.calendar.anchor + planted.slowTeam.fromDay) / 7
    const hours = (segment: string, isLater: boolean) => {
      const weeks = truth.answers.filter(
        (one) => one.segment === segment && one.week > slowFrom - 20 && one.week > slowFrom + 3 === isLater,
      )
      return weeks.reduce((sum, { meanHours }) => sum + meanHours, 0) / weeks.length
    }
    expect(hours("Mid-Market", true)).toBeGreaterThan(2.5 * hours("Mid-Market", false))
    expect(hours("SMB", true)).toBeLessThan(2.5 * hours("SMB", false))
  })

  test("the days of the planted incidents open many tickets", () => {
    const tickets = (week: number) =>
      truth.answers.filter((one) => one.week === week).reduce((sum, one) => sum + one.tickets, 0)
    for (const { day, name } of planted.incidents) {
      const week = Math.floor((world.calendar.anchor + day) / 7)
      const before = Math.max(tickets(week - 2), tickets(week - 3), 1)
      expect([name, tickets(week) > 1.25 * before || tickets(week + 1) > 1.25 * before]).toEqual([name, true])
    }
  })

  test("the planted gap is silent in its source alone", () => {
    const { source, fromDay } = planted.gap
    const inGap = (place: number) =>
      facts.readings.days.filter(
        (day, at) => day >= world.calendar.anchor + fromDay && facts.readings.sources[at] === place,
      ).length
    for (const [place, { key }] of demoSources.entries())
      expect([key, inGap(place) === 0]).toEqual([key, key === source])
  })
})
