import type { Locator, Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type ArrangedAccount, arrangeAccounts, changeReading } from "#e2e/world/accounts.ts"
import { addContact } from "#e2e/world/contacts.ts"
import { handsOn } from "#e2e/world/hands.ts"
import type { TestWorkspace } from "#e2e/world/workspace.ts"

const book = ["Alder", "Birch", "Cedar", "Dogwood"].map((name, place) => ({
  externalId: name,
  name: `${name} Works`,
  usage: 20 + place * 20,
  tickets: 5,
  segment: place < 2 ? ("SMB" as const) : ("Enterprise" as const),
  ownerName: place % 2 === 0 ? "Olivia Owner" : "Oscar Owner",
  arrCents: (4 - place) * 5_000_000,
}))

const table = (page: Page) =>
  page.getByRole("grid", { name: "Accounts" }).or(page.getByRole("table", { name: "Accounts" }))
const rowsOf = (page: Page) => table(page).getByRole("rowheader")
const navigation = (page: Page) => page.getByRole("navigation", { name: "Workspace", exact: true })

/** A button of the bar works from the moment that its script runs: until then it is clicked again. */
async function openMenu(page: Page, name: "Scope" | "Period"): Promise<Locator> {
  const menu = page.getByRole("dialog", { name, exact: true })
  await expect(async () => {
    if (!(await menu.isVisible())) await page.getByRole("button", { name: new RegExp(`^${name}`) }).click()
    await expect(menu).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  return menu
}

test("what a page cannot read in its address is named, and the page is there", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  const note = (words: string) => page.getByRole("status").filter({ hasText: words })
  await page.goto("/accounts?foo=1&sort=bogus&seg=SMB")
  await expect(note("Left out of the link: foo, sort=bogus.")).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(2)
  await page.goto("/home?period=2025-w53")
  await expect(note("Left out of the link: period=2025-w53.")).toBeVisible()
  await page.goto("/data?nonsense=1&seg=SMB&period=13w")
  await expect(note("Left out of the link: nonsense.")).toBeVisible()
  await page.goto("/accounts?segment=SMB&team=&owner=")
  await expect(page.getByText("2 of 4 accounts")).toBeVisible()
  await expect(note("Left out of the link")).toHaveCount(0)
})

test("the scope of the bar narrows Home, its numbers lead to their rows, and it goes along", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.cs_director)
  await page.goto("/home")
  await expect(page.getByRole("region", { name: /All accounts: 4 accounts/ })).toBeVisible()
  const menu = await openMenu(page, "Scope")
  await menu.getByLabel("Segment").selectOption("SMB")
  await menu.getByLabel("Owner", { exact: true }).selectOption({ label: "Olivia Owner" })
  await menu.getByRole("button", { name: "Show this scope" }).click()
  const strip = page.getByRole("region", { name: /All accounts in this scope: 1 account/ })
  await expect(strip).toBeVisible()
  await expect(page).toHaveURL(/\/home\?seg=SMB&owner=[0-9a-f-]{36}$/)
  await page.getByRole("link", { name: "Remove filter Owner: Olivia Owner" }).click()
  const both = page.getByRole("region", { name: /All accounts in this scope: 2 accounts/ })
  await both.getByRole("link", { name: "2 Accounts" }).click()
  await expect(page).toHaveURL(/\/accounts\?seg=SMB&lost=hide$/)
  await expect(rowsOf(page)).toHaveText([/Alder Works/, /Birch Works/])
  await navigation(page).getByRole("link", { name: /^Home/ }).click()
  await expect(page).toHaveURL(/\/home\?seg=SMB$/)
  await navigation(page).getByRole("link", { name: "Data" }).click()
  await expect(page.getByRole("heading", { name: "Data", level: 1 })).toBeVisible()
  await expect(page.getByRole("button", { name: /^Scope/ })).toHaveCount(0)
  await navigation(page).getByRole("link", { name: /^Home/ }).click()
  await page.getByRole("link", { name: "Remove filter Segment: SMB" }).click()
  await expect(page.getByRole("region", { name: /All accounts: 4 accounts/ })).toBeVisible()
})

test("the period of the bar is named beside the numbers of Home, the list and an account", async ({
  workspace,
  pageOf,
}) => {
  const [account] = await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.cs_director)
  await page.goto("/home")
  const menu = await openMenu(page, "Period")
  await menu.getByLabel("Period").selectOption({ label: "13 weeks" })
  await menu.getByLabel("Compare with").selectOption({ label: "Previous period" })
  await menu.getByRole("button", { name: "Show this period" }).click()
  await expect(page).toHaveURL(/\/home\?period=13w&cmp=prev$/)
  await expect(page.getByText("Change in 13 weeks, against the 13 weeks before;")).toBeVisible()
  await navigation(page).getByRole("link", { name: "Accounts" }).click()
  await expect(page.getByRole("columnheader", { name: /Change, 13 weeks/ })).toBeVisible()
  await page.goto(`/accounts/${account?.slug}?period=4w`)
  await expect(page.getByRole("region", { name: /^Timeline, 4 weeks/ })).toBeVisible()
})

type Shared = { readonly page: Page; readonly accounts: ArrangedAccount[]; readonly before: string[] }

async function openShared(
  workspace: TestWorkspace,
  pageOf: (member: TestWorkspace["members"]["csm"]) => Promise<Page>,
): Promise<Shared> {
  const accounts = await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await page.goto("/accounts?seg=SMB&sort=name")
  await expect(rowsOf(page)).toHaveCount(2)
  return { page, accounts, before: await rowTexts(page) }
}

/** What stands in the rows; a column for selecting them has no text. */
const rowTexts = async (page: Page) =>
  (await table(page).locator("tbody :is(th, td)").allTextContents()).filter((text) => text !== "")
const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Share this view" })
const copied = (page: Page) =>
  expect(dialogOf(page).getByText("Copied: a link to this view as it is now.")).toBeVisible()

for (const way of ["pointer", "keyboard"] as const)
  test(`T9: a frozen link is copied in two steps by ${way}, and shows the same numbers after they changed`, async ({
    workspace,
    pageOf,
  }) => {
    const { page, accounts, before } = await openShared(workspace, pageOf)
    const hands = handsOn(page)
    const keep = dialogOf(page).getByRole("button", { name: "As it is now" })
    if (way === "pointer") {
      await hands.click(page.getByRole("button", { name: "Share" }))
      await hands.click(keep)
    } else {
      await hands.press("c", () => expect(keep).toBeFocused({ timeout: 2_000 }))
      await hands.press("Enter")
    }
    await copied(page)
    const { clicks, keys } = hands.spent()
    expect(clicks + keys, "steps of T9").toBe(2)
    const link = await page.evaluate(() => navigator.clipboard.readText())

    await changeReading(workspace, { accountId: accounts[0]?.id ?? "", key: "usage", value: 99 })
    const colleague = await pageOf(workspace.members.team_lead)
    await colleague.goto(link)
    await expect(colleague.getByRole("region", { name: "Frozen page" })).toContainText("As it was on")
    await expect(rowsOf(colleague)).toHaveCount(2)
    expect(await rowTexts(colleague)).toEqual(before)
    await expect(colleague.getByRole("button", { name: /Assign/ })).toHaveCount(0)
    await colleague.getByRole("link", { name: "Show it live" }).click()
    await expect(colleague.getByRole("region", { name: "Frozen page" })).toHaveCount(0)
    await expect(rowsOf(colleague)).toHaveCount(2)
    expect(await rowTexts(colleague)).not.toEqual(before)
  })

test("an account's page is kept as it was, without names for who may not see them", async ({
  workspace,
  pageOf,
}) => {
  const [account] = await arrangeAccounts(workspace, book)
  await addContact(workspace, {
    accountId: account?.id ?? "",
    name: "Ada Sponsor",
    email: "ada@halden.example",
  })
  const page = await pageOf(workspace.members.csm)
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await page.goto(`/accounts/${account?.slug}`)
  await expect(page.getByText("Ada Sponsor").first()).toBeVisible()
  const answer = page.locator("main header p").first()
  const before = (await answer.textContent()) ?? ""
  await expect(async () => {
    await page.getByRole("button", { name: "Share" }).click({ timeout: 2_000 })
    await expect(dialogOf(page)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await dialogOf(page).getByRole("button", { name: "As it is now" }).click()
  await copied(page)
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await changeReading(workspace, { accountId: account?.id ?? "", key: "usage", value: 99 })
  const viewer = await pageOf(workspace.members.viewer)
  await viewer.goto(link)
  await expect(viewer.getByRole("region", { name: "Frozen page" })).toContainText("Kept by Test csm")
  await expect(viewer.getByText(before, { exact: true }).first()).toBeVisible()
  await expect(viewer.getByText("Ada Sponsor")).toHaveCount(0)
  const colleague = await pageOf(workspace.members.team_lead)
  await colleague.goto(link)
  await expect(colleague.getByText("Ada Sponsor").first()).toBeVisible()
})

test("a frozen link that leads nowhere says so, and to the live page", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts?seg=SMB&asof=2026-11-22T10:15Z~${workspace.id}`)
  await expect(page.getByText("Nothing is kept under this frozen link.")).toBeVisible()
  await page.getByRole("link", { name: "Show the page live" }).click()
  await expect(rowsOf(page)).toHaveCount(2)
  await page.goto("/accounts?asof=yesterday")
  await expect(
    page.getByRole("status").filter({ hasText: "Left out of the link: asof=yesterday." }),
  ).toBeVisible()
})

test("a saved view gets another name, and its old one back", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?seg=SMB")
  const views = page.getByRole("navigation", { name: "Views" })
  const dialog = (name: string) => page.getByRole("dialog", { name })
  await expect(async () => {
    await page.getByRole("button", { name: "Save as view" }).click({ timeout: 2_000 })
    await expect(dialog("Save as view")).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await dialog("Save as view").getByLabel("Name", { exact: true }).fill("Small ones")
  await dialog("Save as view").getByRole("button", { name: "Save view" }).click()
  await expect(views.getByRole("link", { name: /Small ones/ })).toHaveAttribute("aria-current", "page")
  await page.getByRole("button", { name: "Rename view" }).click()
  await expect(dialog("Rename view").getByLabel("Name", { exact: true })).toHaveValue("Small ones")
  await dialog("Rename view").getByLabel("Name", { exact: true }).fill("Little ones")
  await dialog("Rename view").getByRole("button", { name: "Rename view" }).click()
  await expect(views.getByRole("link", { name: /Little ones/ })).toHaveAttribute("aria-current", "page")
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(views.getByRole("link", { name: /Small ones/ })).toBeVisible()
})

test("a page that takes long keeps the one before, under a thin line", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.goto("/home")
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible()
  await page.route(/\/data\?.*_rsc=/, async (route) => {
    await held
    await route.continue()
  })
  await navigation(page).getByRole("link", { name: "Data" }).click()
  await expect(page.getByRole("progressbar", { name: "The next page is on its way" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible()
  letGo()
  await expect(page.getByRole("heading", { name: "Data", level: 1 })).toBeVisible()
  await expect(page.getByRole("progressbar", { name: "The next page is on its way" })).toHaveCount(0)
})

test("the navigation counts what is due on Home, and follows it", async ({ workspace, pageOf }) => {
  const orphans = book.map(({ ownerName, ...plan }, place) => (place < 2 ? plan : { ...plan, ownerName }))
  await arrangeAccounts(workspace, orphans)
  const page = await pageOf(workspace.members.cs_director)
  const home = (words: RegExp) => navigation(page).getByRole("link", { name: words })
  await page.goto("/accounts")
  await expect(home(/^Home\s*, 2 things due today$/)).toBeVisible()
  await home(/^Home/).click()
  await expect(page.getByText("2 things need attention today")).toBeVisible()
  await page.getByRole("button", { name: "Done: Alder Works" }).click()
  await expect(page.getByText("1 thing needs attention today")).toBeVisible()
  await expect(home(/^Home\s*, 1 thing due today$/)).toBeVisible()
})
