import type { Locator, Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { arrangeQuality } from "#e2e/world/quality.ts"
import type { TestWorkspace } from "#e2e/world/workspace.ts"
import { newId } from "#lib/platform/new-id.ts"

const answer = (page: Page) => page.locator("main header p").first()

/** A page that has just come may not listen yet: pressed until something is to be seen. */
const press = (button: Locator, shows: Locator) =>
  expect(async () => {
    if (!(await shows.isVisible())) await button.click({ timeout: 2_000 })
    await expect(shows).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })

test("who may not open a page asks, an admin hears of it, and a role that allows it is the answer", async ({
  workspace,
  pageOf,
}) => {
  const viewer = await pageOf(workspace.members.viewer)
  await viewer.goto("/imports")
  await expect(viewer.getByText(/“Import files” \(import\.write\)\. Admin can grant it\./)).toBeVisible()
  const ask = viewer.getByRole("button", { name: "Ask for access" })
  await press(ask, viewer.getByText(/^Asked/))
  await viewer.reload()
  await press(ask, viewer.getByText(/^Asked already, .* Test admin can grant it/))

  const admin = await pageOf(workspace.members.admin)
  await admin.goto("/admin")
  await expect(answer(admin)).toContainText("1 request for access waits.")
  await admin.getByRole("link", { name: "1 request for access waits." }).click()
  const requests = admin.getByRole("table", { name: "Requests for access" })
  const request = requests.getByRole("row", { name: /Test viewer Import files Viewer/ })
  await expect(request).toBeVisible()
  const undo = admin.getByRole("button", { name: "Undo" })
  await press(requests.getByRole("button", { name: "Decline: Test viewer" }), undo)
  await expect(requests).toHaveCount(0)
  await undo.click()
  await expect(request).toBeVisible()
  const grant = requests.getByRole("button", { name: "Make CS operations manager: Test viewer" })
  await press(grant, admin.getByText("Test viewer is CS operations manager now.").last())
  await expect(requests).toHaveCount(0)
  await undo.click()
  await expect(request).toBeVisible()
  const login = admin.getByRole("table", { name: "Logins" }).getByRole("row", { name: /Test viewer/ })
  await login.getByLabel("Role of Test viewer").selectOption("cs_ops_manager")
  await login.getByRole("button", { name: "Change role" }).click()
  await expect(requests).toHaveCount(0)
  await viewer.goto("/imports")
  await expect(viewer.getByText("Your imports will be here")).toBeVisible()
  await admin.goto("/admin/audit?who=Test viewer")
  await expect(admin.getByText("import.write").first()).toBeVisible()
})

async function sourceOf(workspace: TestWorkspace): Promise<string> {
  await arrangeAccounts(workspace, [
    { externalId: "S1", name: "Some use", usage: 50, tickets: 3, ownerName: "Olivia Owner" },
  ])
  const { sourceKey } = await arrangeQuality(workspace, { sourceName: "Desk of states" })
  return `/data/sources/${sourceKey}`
}

test("two people promise for the same source: the later one sees both and chooses", async ({
  workspace,
  pageOf,
}) => {
  const path = await sourceOf(workspace)
  const [later, first] = [
    await pageOf(workspace.members.cs_ops_manager),
    await pageOf(workspace.members.admin),
  ]
  const amount = (page: Page) => page.getByLabel("Promise: complete within")
  const save = (page: Page) => page.getByRole("button", { name: "Save promise and owner" })
  await later.goto(path)
  await first.goto(path)
  await amount(first).fill("3")
  await press(save(first), first.getByText("Saved.", { exact: true }))
  await amount(later).fill("5")
  const conflict = later.getByRole("alert").filter({ hasText: "Test admin changed these terms" })
  await press(save(later), conflict)
  await expect(conflict.getByText("Promise: 5 days")).toBeVisible()
  await expect(conflict.getByText("Promise: 3 days")).toBeVisible()
  await conflict.getByRole("button", { name: "Keep mine" }).click()
  await expect(conflict).toHaveCount(0)
  await expect(amount(later)).toHaveValue("5")
  await later.reload()
  await expect(amount(later)).toHaveValue("5")
})

test("two people change the same person: the later one takes what the other saved", async ({
  workspace,
  pageOf,
}) => {
  const id = newId()
  await database().owner`
    insert into person (workspace_id, id, external_id, name, position, job_function)
    values (${workspace.id}, ${id}, 'states-1', 'Petra Shared', 'Data Steward', 'cs')`
  const [later, first] = [
    await pageOf(workspace.members.cs_ops_manager),
    await pageOf(workspace.members.admin),
  ]
  const position = (page: Page) => page.getByLabel("Position")
  const save = (page: Page) => page.getByRole("button", { name: "Save Petra Shared" })
  for (const page of [later, first]) await page.goto(`/admin/people?person=${id}`)
  await position(first).fill("Data Lead")
  await press(save(first), first.getByText("Petra Shared is changed.").last())
  await position(later).fill("Data Clerk")
  const conflict = later.getByRole("alert").filter({ hasText: "Test admin changed Petra Shared" })
  await press(save(later), conflict)
  await expect(conflict.getByText("Position: Data Clerk")).toBeVisible()
  await expect(conflict.getByText("Position: Data Lead")).toBeVisible()
  await conflict.getByRole("button", { name: "Take theirs" }).click()
  await expect(conflict).toHaveCount(0)
  await expect(position(later)).toHaveValue("Data Lead")
})

test("a log that its filters empty names them, and what is near", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, [
    { externalId: "S1", name: "Some use", usage: 50, tickets: 3, ownerName: "Olivia Owner" },
  ])
  const page = await pageOf(workspace.members.admin)
  await page.goto("/admin/audit?who=Nobody&what=accounts.written")
  await expect(page.getByText("Who: Nobody and What: Accounts written.")).toBeVisible()
  await page.getByRole("link", { name: /match(es)? without “Who: Nobody”/ }).click()
  await expect(page.getByRole("table", { name: "Facts of this workspace" })).toBeVisible()
})
