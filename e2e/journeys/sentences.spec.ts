import type { Page } from "@playwright/test"
import { recordTouchpoints } from "#db/commands/touchpoints.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { type TestWorkspace, today } from "#e2e/world/workspace.ts"
import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { formatMoney } from "#lib/format/money.ts"

// Every number that the sentence above a page says stands in the database behind it.

const book: AccountPlan[] = Array.from({ length: 24 }, (_, place) => ({
  externalId: `W${place}`,
  name: `Company ${String.fromCharCode(65 + place)}`,
  ...(place % 7 === 6 ? {} : { usage: (place * 31) % 101 }),
  ...(place % 7 === 6 ? {} : { tickets: place % 13 }),
  segment: (["Enterprise", "Mid-Market", "SMB"] as const)[place % 3]!,
  ownerName: place % 2 === 0 ? "Olivia Owner" : "Oscar Owner",
  arrCents: 900_000 + place * 217_300,
  endsOn: addDays(today, 15 + place * 20),
}))

type Known = {
  readonly id: string
  readonly slug: string
  readonly segment: string
  readonly band: string
  readonly health: number | null
  readonly arrCents: number
  readonly renewsOn: string
}

/** Straight from the tables, by none of the queries that pages use. */
const knownOf = ({ id }: TestWorkspace) => database().owner<Known[]>`
  select a.id, a.slug, a.segment::text, coalesce(h.band::text, 'insufficient') as band, h.value as health,
    (select sum(amount_cents)::float8 from arr_movement m
      where m.workspace_id = a.workspace_id and m.account_id = a.id) as "arrCents",
    (select min(ends_on)::text from contract c
      where c.workspace_id = a.workspace_id and c.account_id = a.id) as "renewsOn"
  from account a left join account_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
  where a.workspace_id = ${id} order by a.name`

const answer = async (page: Page): Promise<string> => {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  return ((await page.locator("main header p").first().textContent()) ?? "").trim()
}

/** "$1.9M", "1,204" and "3.5" as they are written. */
const numbersIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\$?\d(?:[\d,.]*\d)?[kM]?/g)].map(([number]) => number)

const money = (cents: number) => formatMoney(cents, "USD")

for (const [search, belongs] of [
  ["", () => true],
  ["?segment=SMB", (one: Known) => one.segment === "SMB"],
  ["?band=red", (one: Known) => one.band === "red"],
  ["?due=90d", (one: Known) => daysBetween(today, one.renewsOn) <= 90],
] as const)
  test(`the sentence above the list says what the accounts say: ${search || "all"}`, async ({
    workspace,
    pageOf,
  }) => {
    await arrangeAccounts(workspace, book)
    const rows = (await knownOf(workspace)).filter(belongs)
    const red = rows.filter(({ band }) => band === "red")
    const unknown = rows.filter(({ band }) => band === "insufficient").length
    const page = await pageOf(workspace.members.cs_director)
    await page.goto(`/accounts${search}`)
    const said = numbersIn(await answer(page))
    expect(red.length).toBeGreaterThan(0)
    const inRed = red.reduce((sum, { arrCents }) => sum + arrCents, 0)
    const isAll = red.length === rows.length
    const facts = [
      ...(isAll ? [rows.length] : [red.length, rows.length]),
      money(inRed),
      ...(unknown > 0 ? [unknown] : []),
      // "Show these 9"; of one it says "Show it".
      ...(search === "?band=red" || red.length === 1 ? [] : [red.length]),
    ]
    expect(said).toEqual(facts.map(String))
  })

test("the sentence above an account says its health, its reasons, its ARR and its renewal", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const known = await knownOf(workspace)
  const page = await pageOf(workspace.members.csm)
  for (const place of [0, 1, 6, 13, 22]) {
    const one = known[place]!
    const plan = book[place]!
    await page.goto(`/accounts/${one.slug}`)
    const said = numbersIn(await answer(page))
    const days = daysBetween(today, one.renewsOn)
    const facts = [one.health, plan.usage, plan.tickets, money(one.arrCents), days].map(String)
    expect(said.length, one.slug).toBeGreaterThan(1)
    expect(said.filter((number) => !facts.includes(number), one.slug)).toEqual([])
    if (one.health !== null) expect(said[0]).toBe(String(one.health))
  }
})

test("the sentence of Home counts what the list below it has", async ({ workspace, pageOf }) => {
  const accounts = await arrangeAccounts(workspace, book)
  const admin = workspace.as("admin")
  const touchpoints = accounts.map(({ id }, place) => ({
    externalId: `touch-${place}`,
    accountId: id,
    type: "call" as const,
    happenedAt: new Date(`${addDays(today, -20 - place * 2)}T10:00:00Z`),
    personExternalId: null,
    contactExternalIds: [],
    note: null,
    nextPlannedOn: null,
  }))
  await inWorkspace(admin, (tx) => recordTouchpoints(tx, admin, { touchpoints }))
  const page = await pageOf(workspace.members.cs_director)
  await page.goto("/home")
  const sentence = await answer(page)
  const [due = 0, late = 0, later = 0] = [
    /^(\d+) things? needs?/,
    /(\d+) of them more than a week late/,
    /(\d+) more (?:is|are) due within a week/,
  ].map((pattern) => Number(sentence.match(pattern)?.[1] ?? 0))
  expect(due, sentence).toBeGreaterThan(3)
  const rows = page.getByRole("table", { name: "Do now" }).getByRole("row")
  const told = await rows.filter({ has: page.getByRole("rowheader") }).allTextContents()
  expect(told).toHaveLength(due + later)
  const isWeekLate = (text: string) => Number(text.match(/\((\d+)\sd late\)/)?.[1] ?? 0) > 7
  expect(told.filter(isWeekLate)).toHaveLength(late)
  expect(numbersIn(sentence).map(Number)).toEqual([due, late, later].filter((count) => count > 0))
})
