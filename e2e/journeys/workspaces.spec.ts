import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"
import { join, newWorkspace } from "#e2e/world/workspace.ts"

test("moves to another workspace and sees its accounts, and only those", async ({ workspace, pageOf }) => {
  const other = await newWorkspace("Second company")
  await arrangeAccounts(workspace, [{ externalId: "A", name: "First of the first", usage: 80 }])
  await arrangeAccounts(other, [{ externalId: "A", name: "First of the second", usage: 20 }])
  const member = workspace.members.csm
  await join(member, other, "viewer")
  const page = await pageOf(member)
  await page.goto("/accounts")
  await expect(page.getByRole("link", { name: "First of the first", exact: true })).toBeVisible()
  await page.getByRole("combobox", { name: "Workspace" }).selectOption({ label: other.name })
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible()
  await page
    .getByRole("navigation", { name: "Workspace", exact: true })
    .getByRole("link", { name: "Accounts" })
    .click()
  await expect(page.getByRole("link", { name: "First of the second", exact: true })).toBeVisible()
  await expect(page.getByRole("link", { name: "First of the first", exact: true })).toHaveCount(0)
  await page.getByRole("button", { name: member.name }).click()
  await expect(page.getByText("Viewer", { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole("link", { name: "First of the second", exact: true })).toBeVisible()
})

test("a shared link with ?ws= opens the workspace that it was copied in", async ({ workspace, pageOf }) => {
  const other = await newWorkspace("Shared company")
  await arrangeAccounts(other, [{ externalId: "A", name: "Account of the link", usage: 60 }])
  await join(workspace.members.csm, other, "csm")
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts?ws=${other.slug}`)
  await expect(page.getByRole("link", { name: "Account of the link", exact: true })).toBeVisible()
})

test("whoever has one workspace is not offered another", async ({ workspace, pageOf }) => {
  const page = await pageOf(workspace.members.viewer)
  await page.goto("/accounts")
  await expect(page.getByText("Your accounts will be here")).toBeVisible()
  await expect(page.getByRole("combobox", { name: "Workspace" })).toHaveCount(0)
})
