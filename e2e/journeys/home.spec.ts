import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type ArrangedAccount, arrangeAccounts } from "#e2e/world/accounts.ts"
import { arrangeCalls, tieToCsm } from "#e2e/world/book.ts"
import { type TestWorkspace, today } from "#e2e/world/workspace.ts"
import { addDays } from "#lib/format/calendar-day.ts"

const plans = ["Alder", "Birch", "Cedar"].map((name, place) => ({
  externalId: name,
  name: `${name} Works`,
  usage: 40 + place * 20,
  tickets: 5,
  segment: "Enterprise" as const,
  ownerName: "Test csm",
  arrCents: (3 - place) * 5_000_000,
  endsOn: addDays(today, 50 + place * 200),
}))

/** Three accounts of the CSM, who was last in touch with each 40 days ago: one in a checkpoint, two overdue. */
async function arrangeBook(workspace: TestWorkspace): Promise<ArrangedAccount[]> {
  const accounts = await arrangeAccounts(workspace, plans)
  await arrangeCalls(workspace, accounts, () => addDays(today, -40))
  await tieToCsm(workspace, ["csm"])
  return accounts
}

const queue = (page: Page) => page.getByRole("table", { name: "Do now" })
const rowOf = (page: Page, name: string) => queue(page).getByRole("row", { name: new RegExp(name) })
const openHome = async (page: Page) => {
  await page.goto("/home")
  await expect(page.getByText("3 things need you today")).toBeVisible()
}

test("the sentence counts the rows, the list ranks them, and says why a row stands where it stands", async ({
  workspace,
  pageOf,
}) => {
  await arrangeBook(workspace)
  const page = await pageOf(workspace.members.csm)
  await openHome(page)
  await expect(queue(page).getByRole("rowheader")).toHaveText(["Alder Works", "Birch Works", "Cedar Works"])
  await expect(rowOf(page, "Alder Works")).toContainText("Renews in 50 days")
  await rowOf(page, "Alder Works")
    .getByRole("button", { name: /points: why Alder Works/ })
    .focus()
  await expect(page.getByText("Renewal in its last 60 days")).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByText("Renewal in its last 60 days")).toBeHidden()
})

test("by keyboard alone: done with 1, snoozed with H, each taken back", async ({ workspace, pageOf }) => {
  await arrangeBook(workspace)
  const page = await pageOf(workspace.members.csm)
  await openHome(page)
  await page.keyboard.press("j")
  await expect(queue(page).getByRole("link", { name: "Alder Works" })).toBeFocused()
  await page.keyboard.press("1")
  await expect(rowOf(page, "Alder Works")).toContainText("Done")
  await expect(page.getByText("2 things need you today")).toBeVisible()
  await expect(queue(page).getByRole("link", { name: "Birch Works" })).toBeFocused()
  await page.keyboard.press("z")
  await expect(page.getByText("3 things need you today")).toBeVisible()
  await expect(rowOf(page, "Alder Works")).toContainText("Renews in 50 days")
  await page.keyboard.press("h")
  const choices = page.getByRole("dialog", { name: "Snooze Birch Works" })
  await expect(choices.getByRole("button", { name: "Until tomorrow" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(rowOf(page, "Birch Works")).toContainText("Snoozed until tomorrow")
  await expect(page.getByText("2 things need you today")).toBeVisible()
  await page.reload()
  await expect(queue(page).getByRole("rowheader")).toHaveText(["Alder Works", "Cedar Works"])
})

test("what one person puts away stays on the list of another", async ({ workspace, pageOf }) => {
  await arrangeBook(workspace)
  const page = await pageOf(workspace.members.csm)
  await openHome(page)
  await page.getByRole("button", { name: "Done: Cedar Works" }).click()
  await expect(page.getByText("2 things need you today")).toBeVisible()
  const lead = await pageOf(workspace.members.cs_director)
  await lead.goto("/home")
  await expect(lead.getByText("3 things need attention today")).toBeVisible()
})

test("every number of the book opens exactly its rows", async ({ workspace, pageOf }) => {
  await arrangeBook(workspace)
  const page = await pageOf(workspace.members.csm)
  await openHome(page)
  const strip = page.getByRole("region", { name: /My book: 3 accounts/ })
  await strip.getByRole("link", { name: "3 Accounts" }).click()
  await expect(page).toHaveURL(/\/accounts\?owner=me&lost=hide/)
  await expect(page.getByRole("table", { name: "Accounts" }).getByRole("rowheader")).toHaveCount(3)
  await page.goBack()
  await strip.getByRole("listitem").filter({ hasText: "Renewals in 90 days" }).getByRole("link").click()
  await expect(page).toHaveURL(/\/accounts\?owner=me&due=90d&lost=hide/)
  await expect(page.getByRole("table", { name: "Accounts" }).getByRole("rowheader")).toHaveCount(1)
})

test("nothing due says so, and a workspace without accounts shows the way to the first", async ({
  workspace,
  pageOf,
}) => {
  const page = await pageOf(workspace.members.cs_ops_manager)
  await page.goto("/home")
  await expect(page.getByText("Set up: 0 of 4 steps done")).toBeVisible()
  await page.getByRole("link", { name: "Import accounts" }).click()
  await expect(page).toHaveURL(/\/imports\/new/)
  await arrangeAccounts(workspace, [
    { externalId: "A", name: "Calm Company", usage: 90, tickets: 1, ownerName: "Olivia" },
  ])
  await page.goto("/home")
  await expect(page.getByText("Nothing is due.").first()).toBeVisible()
})
