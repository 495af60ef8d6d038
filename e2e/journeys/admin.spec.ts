import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { newWorkspace, type TestWorkspace } from "#e2e/world/workspace.ts"
import { newId } from "#lib/platform/new-id.ts"

const answer = (page: Page) => page.locator("main header p").first()

async function arranged(): Promise<TestWorkspace> {
  const workspace = await newWorkspace("Admin company")
  await arrangeAccounts(workspace, [
    { externalId: "A1", name: "Low use", usage: 30, tickets: 10, ownerName: "Olivia Owner" },
    { externalId: "A2", name: "Middle use", usage: 55, tickets: 10, ownerName: "Oscar Owner" },
    { externalId: "A3", name: "High use", usage: 95, tickets: 0, ownerName: "Oscar Owner" },
  ])
  return workspace
}

test("an admin gives another role and takes it back; the log tells both", async ({ pageOf }) => {
  const workspace = await arranged()
  const page = await pageOf(workspace.members.admin)
  await page.goto("/admin")
  await page.getByRole("table", { name: "Pages of Admin" }).getByRole("link", { name: "People" }).click()
  await expect(answer(page)).toContainText("9 people can sign in, 1 as admin.")
  const row = page.getByRole("table", { name: "Logins" }).getByRole("row", { name: /Test csm/ })
  await row.getByLabel("Role of Test csm").selectOption("team_lead")
  await row.getByRole("button", { name: "Change role" }).click()
  await expect(page.getByText("Test csm is Team lead now.").last()).toBeVisible()
  await expect(row.getByLabel("Role of Test csm")).toHaveValue("team_lead")
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(row.getByLabel("Role of Test csm")).toHaveValue("csm")
  await page.goto("/admin/audit?what=member.changed")
  const facts = page.getByRole("table", { name: "Facts of this workspace" })
  await expect(facts.getByRole("row", { name: /Role: Team lead .* CSM/ })).toBeVisible()
  await expect(facts.getByRole("row", { name: /Role: CSM .* Team lead/ })).toBeVisible()
})

test("the last admin stays, and who is shut out is signed out at once", async ({ pageOf }) => {
  const workspace = await arranged()
  const page = await pageOf(workspace.members.admin)
  const other = await pageOf(workspace.members.csm)
  await other.goto("/accounts")
  await page.goto("/admin/people")
  const logins = page.getByRole("table", { name: "Logins" })
  await logins.getByRole("button", { name: "Shut out: Test admin" }).click()
  await expect(logins.getByText("This is the last admin of the workspace.")).toBeVisible()
  await logins.getByRole("button", { name: "Shut out: Test csm" }).click()
  await expect(logins.getByRole("button", { name: "Let in again: Test csm" })).toBeVisible()
  await other.goto("/accounts")
  await expect(other.getByRole("button", { name: "Sign in" })).toBeVisible()
})

test("a level is set with the keyboard alone, and taken back", async ({ pageOf }) => {
  const workspace = await arranged()
  await database().owner`
    insert into skill (workspace_id, id, name, kind) values (${workspace.id}, ${newId()}, 'German', 'language')`
  const page = await pageOf(workspace.members.admin)
  await page.goto("/admin/people")
  const grid = page.getByRole("grid")
  const first = grid.getByRole("row", { name: /Olivia Owner/ }).getByRole("gridcell")
  const second = grid.getByRole("row", { name: /Oscar Owner/ }).getByRole("gridcell")
  await first.focus()
  await page.keyboard.press("ArrowDown")
  await expect(second).toBeFocused()
  await page.keyboard.press("4")
  await expect(second).toHaveText("4")
  await expect(page.getByText("Oscar Owner, German: 0 → 4 (Helps others).").last()).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(second).toHaveText("0")
})

test("a model is published only after its preview, which names who changes band", async ({ pageOf }) => {
  const workspace = await arranged()
  const page = await pageOf(workspace.members.cs_ops_manager)
  await page.goto("/admin/health-model")
  await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0)
  await page.getByLabel("Act now, up to").fill("10")
  await page.getByRole("button", { name: "Preview who changes band" }).click()
  await expect(page.getByRole("heading", { name: /of 3 accounts change/ })).toBeVisible()
  const moves = page.getByRole("table", { name: "Accounts that change band" })
  await expect(moves.getByRole("row", { name: /Low use.*The limits of the bands/ })).toBeVisible()
  await page.getByLabel("Reason").fill("short")
  await page.getByRole("button", { name: "Publish version 2" }).click()
  await expect(page.getByText("Say why in at least 10 letters.")).toBeVisible()
  await page.getByLabel("Reason").fill("Act now came far too early for small accounts.")
  await page.getByRole("button", { name: "Publish version 2" }).click()
  const versions = page.getByRole("table", { name: "Versions of health models" })
  await expect(versions.getByText("Act now came far too early for small accounts.")).toBeVisible()
  await expect(answer(page)).toContainText("Journeys, version 2")
})

test("a success profile gets a next version, and keeps the one before", async ({ pageOf }) => {
  const workspace = await arranged()
  const page = await pageOf(workspace.members.cs_ops_manager)
  await page.goto("/admin/success-profiles")
  await page.getByLabel("Name", { exact: true }).fill("Standard")
  await page.getByLabel("Cadence, days").fill("30")
  await page.getByLabel("Effort, hours per month").fill("4")
  await page.getByLabel("Goals").fill("First value in 30 days")
  await page.getByRole("button", { name: "Make version 1" }).click()
  await page.getByRole("link", { name: "Standard" }).click()
  // The form is another one once it offers the next version: what was typed before is not in it.
  await expect(page.getByRole("button", { name: "Make version 2" })).toBeVisible()
  await page.getByLabel("Cadence, days").fill("14")
  await page.getByRole("button", { name: "Make version 2" }).click()
  const earlier = page.getByRole("table", { name: "Earlier versions" })
  await expect(earlier.getByRole("row", { name: /Standard 1 all First value in 30\sdays 30/ })).toBeVisible()
})

test("everybody sees and ends their own sessions, and nobody else's", async ({ pageOf }) => {
  const workspace = await arranged()
  const page = await pageOf(workspace.members.csm)
  const again = await pageOf(workspace.members.csm)
  await again.goto("/accounts")
  await page.goto("/admin/sessions")
  await expect(answer(page)).toContainText(/^\d sessions of yours are open\.$/)
  await expect(page.getByRole("table", { name: "Sessions of others" })).toHaveCount(0)
  await page
    .getByRole("button", { name: /^End ?: Test csm$/ })
    .first()
    .click()
  await expect(answer(page)).toContainText("1 session of yours is open.")
  await again.goto("/accounts")
  await expect(again.getByRole("button", { name: "Sign in" })).toBeVisible()
})
