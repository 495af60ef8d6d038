import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { expectEffort, handsOn } from "#e2e/world/hands.ts"
import { newWorkspace, type TestWorkspace } from "#e2e/world/workspace.ts"

// Tasks that change something, each in a workspace of its own, once by pointer and once by keyboard alone.

const book: AccountPlan[] = Array.from({ length: 20 }, (_, place) => ({
  externalId: `R${place}`,
  name: `Company ${String(place + 1).padStart(2, "0")}`,
  usage: 90 - place,
  ownerName: place % 2 === 0 ? "Olivia Owner" : "Oscar Owner",
  arrCents: (20 - place) * 1_000_000,
}))

const bar = (page: Page) => page.getByRole("region", { name: "Selection" })
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 })

const accountsOf = async ({ id }: TestWorkspace) =>
  database().owner`select to_jsonb(a) as row from account a where workspace_id = ${id} order by id`

test("T11: 12 accounts get another owner and are taken back", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const before = await accountsOf(workspace)
  const page = await pageOf(workspace.members.csm)
  const isAssigned = async () => {
    await expect(page.getByText("6 accounts assigned to Oscar Owner.").first()).toBeVisible()
    expect(await accountsOf(workspace)).not.toEqual(before)
  }
  const isBack = async () => {
    await expect(page.getByText("Undone.").first()).toBeVisible()
    expect(await accountsOf(workspace)).toEqual(before)
  }
  const box = (name: string) => page.getByRole("checkbox", { name: `Select ${name}` })

  await page.goto("/accounts?sort=name")
  // Until the script of the page runs, a box is ticked and nothing hears of it.
  await expect(async () => {
    await box("Company 01").check()
    await expect(bar(page)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await box("Company 01").uncheck()
  await expect(bar(page)).toBeHidden()
  const pointer = handsOn(page)
  await pointer.click(box("Company 01"))
  await pointer.click(box("Company 12"), { modifiers: ["Shift"] })
  await expect(bar(page)).toContainText("12 accounts selected")
  await pointer.click(page.getByRole("button", { name: "Assign 12 accounts" }))
  await pointer.click(page.getByRole("dialog").getByRole("option", { name: /Oscar Owner/ }))
  await isAssigned()
  await pointer.click(page.getByRole("button", { name: "Undo" }))
  await isBack()

  await page.goto("/accounts?sort=name")
  const keyboard = handsOn(page)
  const first = page.getByRole("link", { name: "Company 01", exact: true })
  await keyboard.press("j", () => expect(first).toBeFocused({ timeout: 1_000 }))
  await keyboard.press("x")
  for (let row = 1; row < 12; row += 1) await keyboard.press("Shift+ArrowDown")
  await expect(bar(page)).toContainText("12 accounts selected")
  await keyboard.press("a")
  await expect(page.getByRole("combobox", { name: "Owner" }).last()).toBeFocused()
  await keyboard.type("osc")
  await expect(page.getByRole("dialog").getByRole("option")).toHaveCount(1)
  await keyboard.press("Enter")
  await isAssigned()
  await keyboard.press("z")
  await isBack()
  expectEffort("T11", { pointer: pointer.spent(), keyboard: keyboard.spent(), mostClicks: 6 })
})

test("T9: a colleague gets exactly what is seen", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  const state = "/accounts?q=Company%201&sort=-arr"
  const cells = (of: Page) =>
    of.getByRole("table", { name: "Accounts" }).locator("tbody :is(th, td)").allTextContents()
  const isCopied = async () => {
    await expect(page.getByText("Link to this view copied.").first()).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const colleague = await pageOf(workspace.members.viewer)
    await colleague.goto(link)
    await expect(colleague.getByText("10 of 20 accounts")).toBeVisible()
    const seen = (await cells(page)).filter((text) => text !== "")
    expect((await cells(colleague)).filter((text) => text !== "")).toEqual(seen)
    await colleague.context().close()
  }
  await page.goto(state)
  await expect(page.getByText("10 of 20 accounts")).toBeVisible()
  const pointer = handsOn(page)
  await pointer.click(page.getByRole("button", { name: "Share" }))
  await isCopied()
  await page.goto(state)
  await expect(page.getByText("10 of 20 accounts")).toBeVisible()
  const keyboard = handsOn(page)
  const shared = page.getByRole("dialog", { name: "Share this view" })
  await keyboard.press("c", () => expect(shared).toBeVisible({ timeout: 2_000 }))
  await isCopied()
  expectEffort("T9", { pointer: pointer.spent(), keyboard: keyboard.spent(), mostClicks: 2 })
})

/** Every fourth of sixty is hardly used any more and asks for help a lot. */
const firstFile = () => ({
  name: "customers.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "id,name,weekly_active_users,support_tickets",
      ...Array.from({ length: 60 }, (_, place) => {
        const isFading = place % 4 === 0
        return `M${place},Measured ${place + 1},${isFading ? 5 + (place % 9) : 60 + (place % 30)},${isFading ? 9 : place % 4}`
      }),
    ].join("\n"),
  ),
})

/** The sentence above the list says how many need attention: as many as the database has in that band. */
async function seesTrueFinding(page: Page, workspace: TestWorkspace): Promise<void> {
  const finding = page.getByText(/^\d+ of 60 accounts need attention/)
  await expect(finding).toBeVisible({ timeout: 90_000 })
  const [row] = await database().owner`
    select count(*)::integer as red from account_health
    where workspace_id = ${workspace.id} and band = 'red'`
  await expect(finding).toContainText(`${row?.red} of 60`)
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") })
  await expect(rows.filter({ hasText: "Act now" }).first()).toBeVisible()
}

test.describe("from an empty workspace", () => {
  // The worker writes and scores while the machine may be busy with other journeys.
  test.setTimeout(300_000)

  test("T14: from the first run to a first true finding", async ({ workspace, pageOf }) => {
    const page = await pageOf(workspace.members.admin)
    const button = (name: string | RegExp) => page.getByRole("button", { name })
    await page.goto("/home")
    const pointer = handsOn(page)
    await pointer.click(page.getByRole("link", { name: "Import accounts" }))
    await expect(heading(page, "Import a file")).toBeVisible()
    const chosen = page.waitForEvent("filechooser")
    await pointer.click(page.getByLabel("File", { exact: true }))
    await (await chosen).setFiles(firstFile())
    await pointer.click(button("Read this file"))
    await pointer.click(button("Check every row"))
    await expect(heading(page, /^Preview customers/)).toBeVisible()
    await pointer.click(button("Write 60 accounts into Test company"))
    await pointer.click(page.getByRole("link", { name: "Open accounts" }), { timeout: 150_000 })
    await seesTrueFinding(page, workspace)

    const other = await newWorkspace("Test company")
    const elsewhere = await pageOf(other.members.admin)
    const at = (name: RegExp) => expect(heading(elsewhere, name)).toBeFocused({ timeout: 150_000 })
    const its = (name: string | RegExp) => elsewhere.getByRole("button", { name })
    await elsewhere.goto("/home")
    await expect(heading(elsewhere, "Home")).toBeVisible()
    const keyboard = handsOn(elsewhere)
    await keyboard.tabTo(elsewhere.getByRole("link", { name: "Skip to content" }))
    await keyboard.press("Enter")
    await keyboard.tabTo(elsewhere.getByRole("link", { name: "Import accounts" }))
    await keyboard.press("Enter")
    await at(/^Import a file$/)
    await keyboard.tabTo(elsewhere.getByLabel("File", { exact: true }))
    const opened = elsewhere.waitForEvent("filechooser")
    await keyboard.press("Space")
    await (await opened).setFiles(firstFile())
    await keyboard.tabTo(its("Read this file"))
    await keyboard.press("Enter")
    await at(/^Map the columns/)
    await keyboard.tabTo(its("Check every row"))
    await keyboard.press("Enter")
    await at(/^Preview customers/)
    await keyboard.tabTo(its("Write 60 accounts into Test company"))
    await keyboard.press("Enter")
    await at(/^customers\.csv$/)
    await keyboard.tabTo(elsewhere.getByRole("link", { name: "Open accounts" }))
    await keyboard.press("Enter")
    await seesTrueFinding(elsewhere, other)
    expectEffort("T14", { pointer: pointer.spent(), keyboard: keyboard.spent(), mostClicks: 6 })
  })
})
