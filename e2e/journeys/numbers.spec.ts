import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"
import { arrangeCalls, tieToCsm } from "#e2e/world/book.ts"
import { database } from "#e2e/world/database.ts"
import { arrangeQuality } from "#e2e/world/quality.ts"
import { type TestWorkspace, today } from "#e2e/world/workspace.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { formatMoney } from "#lib/format/money.ts"

// A number on a page is the count, or the sum, of the rows that its link opens.

const book: AccountPlan[] = Array.from({ length: 60 }, (_, place) => ({
  externalId: `Q${place}`,
  name: `Company ${String(place + 1).padStart(2, "0")}`,
  ...(place % 11 === 10 ? {} : { usage: (place * 37) % 101 }),
  tickets: place % 9,
  segment: (["Enterprise", "Mid-Market", "SMB"] as const)[place % 3]!,
  ownerName: place % 4 === 0 ? "Test csm" : "Oscar Owner",
  arrCents: 700_000 + place * 123_400,
  endsOn: addDays(today, 10 + place * 9),
}))

/** Sixty accounts with owners, renewals and touchpoints; the CSM owns every fourth. */
async function arranged(workspace: TestWorkspace) {
  const accounts = await arrangeAccounts(workspace, book)
  await arrangeCalls(workspace, accounts.slice(0, 37), (place) => addDays(today, -place))
  await tieToCsm(workspace, ["csm"])
  return accounts
}

type Rows = { readonly count: number; readonly arr: string }

/** The rows that a list of accounts has behind its address, all of them, as its file has them. */
async function rowsBehind(page: Page, href: string): Promise<Rows> {
  const address = new URL(href, page.url())
  address.searchParams.set("cols", "name,arr")
  const answer = await page.request.get(`/accounts/export${address.search}`)
  expect(answer.status()).toBe(200)
  const [, ...lines] = (await answer.text()).trim().split("\r\n")
  const cents = lines.reduce((sum, line) => sum + Math.round(Number(line.split(",").at(-1)) * 100), 0)
  return { count: lines.length, arr: formatMoney(cents, "USD") }
}

/** Every link to a list of accounts on the page that says a number, with what it says. */
async function numbersOn(page: Page): Promise<{ said: string; href: string }[]> {
  const links = page.locator('main a[href^="/accounts?"], main a[href="/accounts"]')
  const found: { said: string; href: string }[] = []
  for (const link of await links.all()) {
    const said = ((await link.textContent()) ?? "").trim()
    const isChip = (await link.getAttribute("aria-label"))?.startsWith("Remove")
    if (/^(\$|Show these )?\d/.test(said) && !isChip)
      found.push({ said, href: (await link.getAttribute("href")) ?? "" })
  }
  return found
}

for (const [role, path, least] of [
  ["csm", "/home", 4],
  ["cs_director", "/home", 4],
  ["cs_director", "/accounts", 2],
  ["cs_director", "/accounts?segment=SMB", 2],
  ["csm", "/accounts?owner=me&due=90d", 1],
  ["csm", "/accounts?segment=SMB&q=nowhere", 2],
] as const)
  test(`numbers of ${path} for a ${role} are those of their rows`, async ({ workspace, pageOf }) => {
    await arranged(workspace)
    const page = await pageOf(workspace.members[role])
    await page.goto(path)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    const numbers = await numbersOn(page)
    expect(numbers.length, "numbers with a link").toBeGreaterThanOrEqual(least)
    for (const { said, href } of numbers) {
      const { count, arr } = await rowsBehind(page, href)
      if (said.startsWith("$")) expect(said.match(/^\S+/)?.[0], href).toBe(arr)
      else expect(Number(said.replace("Show these ", "").match(/^[\d,]+/)?.[0]), href).toBe(count)
    }
  })

test("touchpoints of the book are the rows below it", async ({ workspace, pageOf }) => {
  await arranged(workspace)
  const page = await pageOf(workspace.members.cs_director)
  await page.goto("/home")
  const link = page.getByRole("link", { name: /^\d+ Touchpoints in 4 weeks$/ })
  const count = Number((await link.textContent())?.match(/\d+/)?.[0])
  expect(count).toBeGreaterThan(20)
  await link.click()
  await expect(page.getByRole("heading", { name: `Touchpoints in 4 weeks: ${count} rows` })).toBeVisible()
  const rows = page.getByRole("table", { name: "Touchpoints in 4 weeks" }).getByRole("rowheader")
  await expect(rows).toHaveCount(count)
})

test("the ARR of an account is the sum of the movements behind its link", async ({ workspace, pageOf }) => {
  const [account] = await arranged(workspace)
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts/${account!.slug}`)
  const arr = page.locator("dt", { hasText: /^ARR$/ }).locator("xpath=following-sibling::dd[1]")
  await expect(arr).toHaveText(formatMoney(book[0]!.arrCents!, "USD"))
  await arr.getByRole("link").click()
  await expect(page.locator("#movements")).toBeInViewport()
  const [row] = await database().owner`
    select sum(amount_cents)::float8 as cents, count(*)::integer as movements from arr_movement
    where workspace_id = ${workspace.id} and account_id = ${account!.id}`
  await expect(page.locator("#movements table").last().locator("tbody tr")).toHaveCount(row?.movements)
  expect(row?.cents).toBe(book[0]!.arrCents)
})

test("failing rows of every standard are the rows behind its number", async ({ workspace, pageOf }) => {
  await arranged(workspace)
  await arrangeQuality(workspace, { sourceName: "Help desk" })
  const page = await pageOf(workspace.members.cs_ops_manager)
  await page.goto("/data")
  const standards = page.getByRole("table", { name: "Quality standards" })
  const links = await standards.locator('a[href$="#rows"]').all()
  const failing: { count: number; href: string }[] = []
  for (const link of links)
    failing.push({
      count: Number((await link.textContent())?.replaceAll(",", "")),
      href: (await link.getAttribute("href")) ?? "",
    })
  expect(failing.length).toBeGreaterThan(1)
  for (const { count, href } of failing) {
    await page.goto(href)
    await expect(page.getByRole("heading", { name: new RegExp(`^${count}\\D.* fails? now`) })).toBeVisible()
    const rows = page.getByRole("table", { name: "Rows that fail" }).getByRole("row")
    await expect(rows).toHaveCount(Math.min(count, 50) + 1)
  }
})

test("facts of Admin are the rows of their pages", async ({ workspace, pageOf }) => {
  await arranged(workspace)
  const page = await pageOf(workspace.members.admin)
  await page.goto("/admin")
  const sections = page.getByRole("table", { name: "Pages of Admin" })
  const factOf = async (title: string) => {
    const row = sections.getByRole("row", { name: new RegExp(`^${title}`) })
    return (await row.getByRole("cell").last().textContent()) ?? ""
  }
  const facts = { people: await factOf("People"), sources: await factOf("Sources") }
  const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const rowsOf = (table: string | RegExp) =>
    page.getByRole("table", { name: table }).locator("tbody").getByRole("row")
  const [logins, , people] = numbers(facts.people)
  await page.goto("/admin/people")
  await expect(rowsOf("People")).toHaveCount(people ?? -1)
  await expect(rowsOf("Logins")).toHaveCount(logins ?? -1)
  await page.goto("/data")
  await expect(rowsOf("Sources")).toHaveCount(numbers(facts.sources)[0] ?? -1)
})
