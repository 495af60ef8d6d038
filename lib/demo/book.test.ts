import { expect, test } from "vitest"
import { pickModel } from "#lib/health/pick-model.ts"
import { healthModel } from "#lib/health/schema.ts"
import { scoreAccount } from "#lib/health/score.ts"
import { demoBook } from "./book.ts"

const anchorDay = "2026-11-22"
const book = demoBook({ seed: 1, anchorDay })

test("the same seed and anchor give the same book, another seed another one", () => {
  expect(demoBook({ seed: 1, anchorDay })).toEqual(book)
  expect(demoBook({ seed: 2, anchorDay }).signals).not.toEqual(book.signals)
})

test("64 accounts in three segments, each owned by one of fourteen people", () => {
  const count = (segment: string) => book.accounts.filter((account) => account.segment === segment).length
  expect(["Enterprise", "Mid-Market", "SMB"].map(count)).toEqual([12, 22, 30])
  expect(book.people).toHaveLength(14)
  const people = new Set<string | null>(book.people.map(({ externalId }) => externalId))
  for (const { ownerExternalId } of book.accounts) expect(people.has(ownerExternalId)).toBe(true)
  for (const { managerExternalId } of book.people)
    expect(managerExternalId === null || people.has(managerExternalId)).toBe(true)
})

test("names are met once, and some are long, accented or carry an apostrophe", () => {
  const names = book.accounts.map(({ name }) => name)
  expect(new Set(names).size).toBe(64)
  expect(names.some((name) => name.length > 80)).toBe(true)
  expect(names.some((name) => /[é-ü]/.test(name))).toBe(true)
  expect(names.some((name) => name.includes("'"))).toBe(true)
})

test.each(["contracts", "contacts", "touchpoints"] as const)("every one of the %s has its own id", (noun) => {
  expect(new Set(book[noun].map(({ externalId }) => externalId)).size).toBe(book[noun].length)
})

test("nothing was measured, said or earned after the anchor", () => {
  for (const { day } of book.signals) expect(day <= anchorDay).toBe(true)
  for (const { day } of book.movements) expect(day <= anchorDay).toBe(true)
  for (const { happenedAt } of book.touchpoints)
    expect(happenedAt.toISOString().slice(0, 10) < anchorDay).toBe(true)
})

test("revenue ends at exactly what the lines of the present contract are paid", () => {
  for (const { externalId } of book.accounts) {
    const contract = book.contracts.findLast((one) => one.accountExternalId === externalId)
    const paid = book.entitlements
      .filter((line) => line.contractExternalId === contract?.externalId)
      .reduce((sum, line) => sum + line.quantity * line.paidPriceCents, 0)
    expect(book.movements.findLast((one) => one.accountExternalId === externalId)?.arrCents).toBe(paid)
  }
})

test("some contracts end within ninety days and none has ended", () => {
  const present = book.accounts.map(
    ({ externalId }) => book.contracts.findLast((one) => one.accountExternalId === externalId)!,
  )
  expect(present.every(({ startsOn, endsOn }) => startsOn <= anchorDay && endsOn > anchorDay)).toBe(true)
  const soon = present.filter(({ endsOn }) => endsOn <= "2027-02-20").length
  expect(soon).toBeGreaterThanOrEqual(8)
  expect(soon).toBeLessThan(32)
})

test("the time since sponsor contact is what the touchpoints tell", () => {
  const newest = book.signals.filter((one) => one.measureKey === "sponsor_contact" && one.day === anchorDay)
  expect(newest.length).toBeGreaterThan(55)
  for (const { accountExternalId, value } of newest) {
    const sponsor = book.contacts.find(
      (one) => one.accountExternalId === accountExternalId && one.role === "sponsor",
    )
    const days = (Date.parse(anchorDay) - Date.parse(sponsor?.lastContactOn ?? "")) / 86_400_000
    expect(value).toBe(days)
  }
})

const models = book.models.map((model, at) => healthModel.parse({ ...model, id: `model-${at}` })).reverse()
const scores = (seed: number, day = anchorDay) => {
  const world = demoBook({ seed, anchorDay: day })
  const readings = Map.groupBy(world.signals, ({ accountExternalId }) => accountExternalId)
  return world.accounts.map((account) => {
    const { model } = pickModel(models, { ...account, stage: account.lifecycleStage })!
    const own = (readings.get(account.externalId) ?? []).map((one) => ({ ...one, observedOn: one.day }))
    return { account, score: scoreAccount({ model, readings: own, asOf: day }) }
  })
}

test.each([1, 2, 3])("book %i has accounts in every band, and most of them are well", (seed) => {
  const bands = Map.groupBy(scores(seed), ({ score }) => score.band)
  const size = (band: string) => bands.get(band as "red")?.length ?? 0
  expect(size("insufficient")).toBe(4)
  expect(size("red")).toBeGreaterThanOrEqual(8)
  expect(size("red")).toBeLessThanOrEqual(14)
  expect(size("yellow")).toBeGreaterThanOrEqual(8)
  expect(size("green")).toBeGreaterThanOrEqual(30)
})

test("one payment vetoes a good average, two sources disagree twice, one source is silent for three weeks", () => {
  const all = scores(1)
  const vetoed = all.filter(({ score }) => score.vetoPart !== null)
  expect(vetoed.map(({ account }) => account.name)).toEqual(["Verdant Foods Group"])
  const disputed = all.filter(({ score }) => score.disagreements.length > 0)
  expect(disputed.map(({ account }) => account.name)).toEqual([
    "Meridian Grid & Power",
    "Orchard & Vine Grocers",
  ])
  const stale = all.filter(({ score }) => score.parts.some(({ state }) => state === "stale"))
  expect(stale.length).toBeGreaterThan(10)
  expect(stale.every(({ account }) => account.region === "EMEA")).toBe(true)
})

test("an anchor on a leap day works", () => {
  expect(scores(1, "2028-02-29")).toHaveLength(64)
})
