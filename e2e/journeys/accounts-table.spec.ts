import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"

const book: AccountPlan[] = Array.from({ length: 60 }, (_, place) => ({
  externalId: `T${place}`,
  name: `Company ${String(place + 1).padStart(2, "0")}`,
  usage: 99 - place,
  tickets: place % 7,
  segment: (["Enterprise", "Mid-Market", "SMB"] as const)[place % 3]!,
  ownerName: place % 2 === 0 ? "Olivia Owner" : "Oscar Owner",
  arrCents: (place + 1) * 100_000,
}))

const rowheaders = (page: Page) => page.getByRole("table", { name: "Accounts" }).getByRole("rowheader")
const linkOf = (page: Page, name: string) => page.getByRole("link", { name, exact: true })
const boxOf = (page: Page, name: string) => page.getByRole("checkbox", { name: `Select ${name}` })
const bar = (page: Page) => page.getByRole("region", { name: "Selection" })

/** Presses a key until the page's script hears it. */
async function pressUntil(page: Page, key: string, happens: () => Promise<unknown>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await happens()
  }).toPass({ timeout: 20_000 })
}

const ownersOf = async (workspaceId: string) =>
  database().owner`
    select a.external_id, a.owner_id, a.version, a.updated_at::text from account a
    where a.workspace_id = ${workspaceId} order by a.external_id`

test("12 accounts get another owner in 4 clicks, and are taken back byte for byte by one", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const before = await ownersOf(workspace.id)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?sort=name")
  await expect(async () => {
    await boxOf(page, "Company 01").check()
    await expect(bar(page)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await boxOf(page, "Company 12").click({ modifiers: ["Shift"] })
  await expect(bar(page)).toContainText("12 accounts selected")
  await page.getByRole("button", { name: "Assign 12 accounts" }).click()
  await page
    .getByRole("dialog")
    .getByRole("option", { name: /Oscar Owner/ })
    .click()
  await expect(page.getByText("6 accounts assigned to Oscar Owner.").first()).toBeVisible()
  await expect(bar(page)).toBeHidden()
  expect(await ownersOf(workspace.id)).not.toEqual(before)
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(page.getByText("Undone.").first()).toBeVisible()
  expect(await ownersOf(workspace.id)).toEqual(before)
})

test("the same by keyboard: rows are walked, selected, assigned and taken back", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const before = await ownersOf(workspace.id)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?sort=name")
  await pressUntil(page, "j", () => expect(linkOf(page, "Company 01")).toBeFocused({ timeout: 1_000 }))
  await page.keyboard.press("j")
  await expect(linkOf(page, "Company 02")).toBeFocused()
  await page.keyboard.press("k")
  await expect(linkOf(page, "Company 01")).toBeFocused()
  await page.keyboard.press("x")
  await expect(bar(page)).toContainText("1 account selected")
  for (let rows = 1; rows < 12; rows += 1) await page.keyboard.press("Shift+ArrowDown")
  await expect(bar(page)).toContainText("12 accounts selected")
  await page.keyboard.press("a")
  await expect(page.getByRole("combobox", { name: "Owner" }).last()).toBeFocused()
  await page.keyboard.type("oscar")
  await expect(page.getByRole("dialog").getByRole("option")).toHaveCount(1)
  await page.keyboard.press("Enter")
  await expect(page.getByText("6 accounts assigned to Oscar Owner.").first()).toBeVisible()
  await page.keyboard.press("z")
  await expect(page.getByText("Undone.").first()).toBeVisible()
  expect(await ownersOf(workspace.id)).toEqual(before)
})

test("an account that somebody else gave away since stays with them, and that is said", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book.slice(0, 4))
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?sort=name")
  await pressUntil(page, "j", () => expect(linkOf(page, "Company 01")).toBeFocused({ timeout: 1_000 }))
  await page.keyboard.press("x")
  await page.keyboard.press("Shift+ArrowDown")
  await page.keyboard.press("Shift+ArrowDown")
  await page.getByRole("button", { name: "Assign 3 accounts" }).click()
  await page.getByRole("dialog").getByRole("option", { name: "Nobody" }).click()
  await expect(page.getByText("3 accounts without an owner now.").first()).toBeVisible()
  await database().owner`
    update account set owner_id = (select id from person where workspace_id = ${workspace.id} order by name limit 1),
      version = version + 1
    where workspace_id = ${workspace.id} and external_id = 'T0'`
  await page.keyboard.press("z")
  await expect(page.getByText(/1 was changed since and stays as it is/).first()).toBeVisible()
})

test("all that match are a second, explicit step; Esc clears", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?sort=name")
  await expect(async () => {
    await page.getByRole("checkbox", { name: /rows of this page/ }).check()
    await expect(bar(page)).toContainText("50 accounts selected", { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.getByRole("button", { name: "Select all 60 matching" }).click()
  await expect(page.getByRole("button", { name: "Assign 60 accounts" })).toBeVisible()
  await boxOf(page, "Company 03").uncheck()
  await expect(bar(page)).toContainText("49 accounts selected")
  await page.keyboard.press("Escape")
  await expect(bar(page)).toBeHidden()
})

test("a selection outlives sorting and ends with the filters", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?sort=name")
  await expect(async () => {
    await boxOf(page, "Company 02").check()
    await expect(bar(page)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.getByRole("columnheader", { name: "ARR" }).getByRole("link").click()
  await expect(page).toHaveURL(/sort=-arr/)
  await expect(bar(page)).toContainText("1 account selected")
  await page.getByRole("link", { name: "Renewing in 90 d" }).click()
  await expect(page).toHaveURL(/due=90d/)
  await expect(bar(page)).toBeHidden()
})

test("Space looks at an account beside the list; Space and Esc give the focus back", async ({
  workspace,
  pageOf,
}) => {
  const [first] = await arrangeAccounts(workspace, book.slice(0, 5))
  const page = await pageOf(workspace.members.viewer)
  await page.goto("/accounts?sort=name")
  await pressUntil(page, "j", () => expect(linkOf(page, "Company 01")).toBeFocused({ timeout: 1_000 }))
  const panel = page.getByRole("complementary", { name: "Peek at Company 01" })
  for (const key of ["Space", "Escape"]) {
    await page.keyboard.press("Space")
    await expect(panel).toBeFocused()
    await expect(page).toHaveURL(new RegExp(`peek=${first!.slug}`))
    await page.keyboard.press(key)
    await expect(panel).toBeHidden()
    await expect(linkOf(page, "Company 01")).toBeFocused()
    await expect(page).not.toHaveURL(/peek=/)
  }
  await page.goto(`/accounts?peek=${first!.slug}`)
  await expect(panel).toContainText("What")
  await panel.getByRole("link", { name: "Open the account" }).click()
  await expect(page.getByRole("heading", { name: "Company 01", level: 1 })).toBeVisible()
})

test("columns and row height stand in the address and open the same elsewhere", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book.slice(0, 5))
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  const stage = page.getByRole("columnheader", { name: "Stage" })
  await expect(stage).toBeHidden()
  await page.getByRole("button", { name: "Columns" }).click()
  await expect(async () => {
    await page.getByRole("checkbox", { name: "Stage" }).check({ timeout: 2_000 })
    await expect(stage).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.keyboard.press("Escape")
  await page.getByLabel("Row height").selectOption("compact")
  await expect(page).toHaveURL(/density=compact/)
  await expect(page).toHaveURL(/cols=/)
  const { pathname, search } = new URL(page.url())
  const elsewhere = await pageOf(workspace.members.viewer)
  await elsewhere.goto(pathname + search)
  await expect(elsewhere.getByRole("columnheader", { name: "Stage" })).toBeVisible()
  await expect(elsewhere.getByLabel("Row height")).toHaveValue("compact")
  await page.goto("/accounts")
  await expect(page.getByLabel("Row height")).toHaveValue("compact")
})

test("a view is saved, changed, reset and removed, and removal is undone", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.team_lead)
  await page.goto("/accounts?segment=SMB")
  const tab = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Small ones/ })
  await expect(async () => {
    await page.getByRole("button", { name: "Save as view" }).click({ timeout: 2_000 })
    await expect(page.getByRole("dialog", { name: "Save as view" })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.getByLabel("Name", { exact: true }).fill("Small ones")
  await page.getByLabel("Who sees it").selectOption("team")
  await page.getByRole("button", { name: "Save view" }).click()
  await expect(tab).toHaveAttribute("aria-current", "page")
  await expect(page.getByText("20 of 60 accounts")).toBeVisible()

  const address = new URL(page.url())
  address.searchParams.set("seg", "Enterprise")
  await page.goto(address.href)
  await expect(page.getByText("changed", { exact: true })).toBeVisible()
  await page.getByRole("link", { name: "Reset" }).click()
  await expect(page.getByText("20 of 60 accounts")).toBeVisible()

  const elsewhere = await pageOf(workspace.members.viewer)
  await elsewhere.goto("/accounts")
  await elsewhere.getByRole("link", { name: /Small ones/ }).click()
  await expect(elsewhere.getByText("20 of 60 accounts")).toBeVisible()

  await elsewhere.goto("/accounts?view=act-now")
  await expect(elsewhere).toHaveURL(/band=red&lost=hide&view=act-now$/)
  await expect(elsewhere.getByRole("link", { name: "Act now", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  )
  await elsewhere.goto("/accounts?view=gone")
  await expect(elsewhere.getByText("Left out of the link:")).toContainText("view=gone")

  await page.getByRole("button", { name: "Remove view" }).click()
  await expect(tab).toBeHidden()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(tab).toBeVisible()
})

test("the number in the sentence opens exactly its rows, and the file has them all", async ({
  workspace,
  pageOf,
}) => {
  const withTrouble = book.map((plan, place) => (place < 7 ? { ...plan, usage: 5, tickets: 30 } : plan))
  await arrangeAccounts(workspace, withTrouble)
  const page = await pageOf(workspace.members.viewer)
  await page.goto("/accounts")
  const link = page.getByRole("link", { name: /^Show these \d+$/ })
  const count = Number((await link.textContent())?.replace(/\D/g, ""))
  await link.click()
  await expect(page.getByText(`${count} of 60 accounts`)).toBeVisible()
  await expect(rowheaders(page)).toHaveCount(Math.min(count, 50))

  await page.goto("/accounts?sort=name")
  const href = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href")
  const answer = await page.request.get(href ?? "")
  expect(answer.headers()["content-type"]).toContain("text/csv")
  const [head, ...rows] = (await answer.text()).trim().split("\r\n")
  expect(head).toContain("Account,Account id,Health (0 to 100)")
  expect(rows).toHaveLength(60)
  expect(rows[0]).toMatch(/^Company 01,T0,/)
  expect(rows[59]).toMatch(/^Company 60,T59,/)
})

test("who may not change accounts selects none", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book.slice(0, 3))
  const page = await pageOf(workspace.members.viewer)
  await page.goto("/accounts")
  await expect(linkOf(page, "Company 01")).toBeVisible()
  await expect(page.getByRole("checkbox", { name: /^Select/ })).toHaveCount(0)
})

test("15 rows stand above the fold, and a filter that leaves nothing names the nearest", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?sort=name")
  await expect(linkOf(page, "Company 15")).toBeInViewport({ ratio: 1 })
  await page.goto("/accounts?segment=SMB&q=nowhere")
  await expect(page.getByText("No account matches these filters")).toBeVisible()
  await page.getByRole("link", { name: "20 match without “Name has “nowhere””" }).click()
  await expect(page.getByText("20 of 60 accounts")).toBeVisible()
})
