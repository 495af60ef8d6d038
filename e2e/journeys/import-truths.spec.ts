import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { arrangeFile } from "#e2e/world/imports.ts"
import type { TestWorkspace } from "#e2e/world/workspace.ts"

// The worker writes while the machine may be busy with other journeys.
test.setTimeout(240_000)

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name })
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1, exact: true })

const sumOf = async ({ id }: TestWorkspace, externalId: string) => {
  const [row] = await database().owner<{ cents: number }[]>`
    select coalesce(sum(m.amount_cents), 0)::int as cents from arr_movement m
    join account a on a.workspace_id = m.workspace_id and a.id = m.account_id
    where a.workspace_id = ${id} and a.external_id = ${externalId}`
  return row!.cents
}

test("equal movements count twice, amounts of another currency only with a rate, and an undo tells what stays", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, [{ externalId: "T-1", name: "Twice", usage: 60 }])
  const before = await sumOf(workspace, "T-1")
  const rows = ["USD", "USD", "EUR"].map((currency) => `T-1,2026-02-01,Upsell,100,${currency}`)
  const runId = await arrangeFile(workspace, {
    kind: "movements",
    fileName: "movements.csv",
    text: `customer_id,date,type,amount,currency\n${rows.join("\n")}\n`,
  })
  const page = await pageOf(workspace.members.cs_ops_manager)
  await page.goto(`/imports/${runId}/map`)
  await button(page, "Check every row").click()

  await expect(heading(page, "Check movements.csv")).toBeVisible()
  const other = page.getByRole("article", { name: /another currency than the workspace/ })
  await expect(other).toContainText("1 place in column “currency”")
  await expect(page.getByRole("article", { name: "The same movement stands in several rows" })).toBeVisible()
  await other.getByRole("textbox", { name: /^1 EUR is/ }).fill("1.5")
  await button(page, "Convert these amounts").click()
  await expect(page.getByText("Amounts in EUR are multiplied by 1.5").first()).toBeVisible()

  await page.getByRole("link", { name: "Preview the changes" }).click()
  await expect(heading(page, "Preview movements.csv")).toBeVisible()
  await button(page, /^Write/).click()
  await expect(heading(page, "movements.csv")).toBeVisible({ timeout: 150_000 })
  await expect(page.getByText(/were written into/)).toBeVisible()
  expect(await sumOf(workspace, "T-1")).toBe(before + 35_000)

  await button(page, "Undo this import").click()
  await expect(page.getByText(/^Taken back: every row and value/)).toBeVisible({ timeout: 150_000 })
  await expect(page.getByRole("heading", { name: "What stays" })).toBeVisible()
  await expect(page.getByText(/mapping of its columns is remembered/)).toBeVisible()
  expect(await sumOf(workspace, "T-1")).toBe(before)
})

test("first and last name in two columns are joined where they are mapped", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, [{ externalId: "N-1", name: "Named", usage: 60 }])
  const runId = await arrangeFile(workspace, {
    kind: "contacts",
    fileName: "contacts.csv",
    text: "customer_id,Rufname,Surname\nN-1,Ann,Lee\n",
  })
  const page = await pageOf(workspace.members.cs_ops_manager)
  await page.goto(`/imports/${runId}/map`)
  const becomes = (header: string) => page.getByRole("combobox", { name: `What “${header}” becomes` })
  await expect(becomes("Surname")).toHaveValue("lastName")
  await becomes("Rufname").selectOption({ label: "First name" })
  await button(page, "Check every row").click()
  await expect(heading(page, "Preview contacts.csv")).toBeVisible()
  await expect(page.getByText("Ann Lee").first()).toBeVisible()
})
