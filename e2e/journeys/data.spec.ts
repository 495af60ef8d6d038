import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { arrangeQuality, measureQuality } from "#e2e/world/quality.ts"
import { newWorkspace, type TestWorkspace, today } from "#e2e/world/workspace.ts"
import { addDays } from "#lib/format/calendar-day.ts"

const book: AccountPlan[] = Array.from({ length: 60 }, (_, place) => ({
  externalId: `D${place}`,
  name: `Company ${String(place + 1).padStart(2, "0")}`,
  usage: place,
  tickets: place % 7,
  segment: "SMB",
  ...(place % 2 === 0 ? { ownerName: "Olivia Owner" } : {}),
}))

async function arranged() {
  const workspace = await newWorkspace("Data company")
  await arrangeAccounts(workspace, book)
  return { workspace, quality: await arrangeQuality(workspace, { sourceName: "Help desk" }) }
}

/** The source falls silent for some days, as far as anybody knows. */
const silence = (workspace: TestWorkspace, days: number) => database().owner`
  update source set complete_to = ${addDays(today, -days)} where workspace_id = ${workspace.id}`

const answer = (page: Page) => page.locator("main header p").first()

test("the sentence names what a late source spoils, and its row says by how much", async ({ pageOf }) => {
  const { workspace, quality } = await arranged()
  await silence(workspace, 9)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/data")
  await expect(answer(page)).toContainText(
    /^Trust everything except product and support: Help desk is \d+\sd late\./,
  )
  const row = page.getByRole("table", { name: "Sources" }).getByRole("row", { name: /Help desk/ })
  await expect(row).toContainText(/\d+\sd late/)
  await expect(row).toContainText("Help desk Keeper")
  await row.getByRole("link", { name: "Help desk" }).click()
  await expect(page).toHaveURL(`/data/sources/${quality.sourceKey}`)
  await expect(page.getByText(/older than promised on \d+ of \d+ days/)).toBeVisible()
  await expect(page.getByRole("row", { name: /Weekly use/ })).toContainText("Journeys v1")
  await expect(page.getByRole("button", { name: "Save promise and owner" })).toHaveCount(0)
})

test("a number of failing rows is the number of rows behind its link", async ({ pageOf }) => {
  const { workspace } = await arranged()
  const page = await pageOf(workspace.members.csm)
  await page.goto("/data")
  const row = page
    .getByRole("table", { name: "Quality standards" })
    .getByRole("row", { name: /Account industry/ })
  await expect(row).toContainText("Not met")
  await row.getByRole("link", { name: "60", exact: true }).click()
  await expect(page.getByRole("heading", { name: "60 accounts fail now" })).toBeVisible()
  const rows = page.getByRole("table", { name: "Rows that fail" }).getByRole("row")
  await expect(rows).toHaveCount(51)
  await page.getByRole("link", { name: "Next" }).click()
  await expect(page.getByRole("link", { name: "First" })).toBeVisible()
  await expect(rows).toHaveCount(11)
  await page.getByRole("link", { name: "Company 60" }).click()
  await expect(page.getByRole("heading", { name: "Company 60", level: 1 })).toBeVisible()
})

test("an owner of data sets a promise and an owner, and the list follows", async ({ pageOf }) => {
  const { workspace, quality } = await arranged()
  const page = await pageOf(workspace.members.cs_ops_manager)
  await page.goto(`/data/sources/${quality.sourceKey}`)
  await page.getByLabel("Promise: complete within").fill("30")
  await page.getByLabel("Owner", { exact: true }).selectOption({ label: "Olivia Owner" })
  await page.getByRole("button", { name: "Save promise and owner" }).click()
  await expect(page.getByText("Saved.")).toBeVisible()
  await page.goto("/data")
  const row = page.getByRole("table", { name: "Sources" }).getByRole("row", { name: /Help desk/ })
  await expect(row).toContainText(/30\sd/)
  await expect(row).toContainText("Olivia Owner")
  await page.goto(`/data/sources/${quality.sourceKey}`)
  await page.getByLabel("Promise: complete within").fill("93")
  await page.getByRole("button", { name: "Save promise and owner" }).click()
  await expect(page.getByText("At most 92 days.")).toBeVisible()
  await expect(page.getByLabel("Promise: complete within")).toHaveValue("93")
})

test("a standard is set, measured when asked, removed and brought back", async ({ pageOf }) => {
  const { workspace } = await arranged()
  const page = await pageOf(workspace.members.admin)
  await page.goto("/data")
  await page.getByRole("link", { name: "Set a standard" }).click()
  await page.getByLabel("Field and respect").selectOption({ label: "Account domain: complete" })
  await page.getByLabel("Share that must meet it").fill("80")
  await page.getByLabel("Reason").fill("Imports find accounts by their domain.")
  await page.getByRole("button", { name: "Set standard" }).click()
  await expect(page.getByRole("heading", { name: "Account domain: complete", level: 1 })).toBeVisible()
  await expect(page.getByText("Not measured yet.").first()).toBeVisible()
  await page.goto("/data")
  await page.getByRole("button", { name: "Measure now" }).click()
  const row = page
    .getByRole("table", { name: "Quality standards" })
    .getByRole("row", { name: /Account domain.*Complete/ })
  await expect(row).toContainText("Not met", { timeout: 60_000 })
  await row.getByRole("link", { name: /Account domain/ }).click()
  await page.getByRole("button", { name: "Remove standard" }).click()
  await expect(page.getByText("Removed: it is not measured any more.")).toBeVisible()
  await page.getByRole("button", { name: "Save standard" }).click()
  await expect(page.getByText(/^Not met: 60 accounts fail/)).toBeVisible()
})

test("the API tells the same numbers as the page", async ({ pageOf }) => {
  const { workspace } = await arranged()
  await silence(workspace, 9)
  await measureQuality(workspace)
  const page = await pageOf(workspace.members.viewer)
  await page.goto("/data")
  const sentence = await answer(page).textContent()
  type Quality = {
    answer: string
    standards: { label: string; verdict: string; failing: number; rows: number }[]
  }
  type Sources = { answer: string; sources: { name: string; readings: number; days_late: number }[] }
  const told = async (what: string): Promise<unknown> => {
    const reply = await page.request.get(`/api/v1/cs-ops/${what}`)
    expect(reply.status(), await reply.text()).toBe(200)
    return reply.json()
  }
  const quality = (await told("quality")) as Quality
  const sources = (await told("sources")) as Sources
  expect(quality.answer).toBe(sentence)
  expect(sources.answer).toBe(sentence)
  const table = page.getByRole("table", { name: "Quality standards" })
  await expect(table.getByRole("row")).toHaveCount(quality.standards.length + 1)
  await expect(table.getByText("Not met", { exact: true })).toHaveCount(
    quality.standards.filter(({ verdict }) => verdict === "not_met").length,
  )
  const [source] = sources.sources
  await expect(page.getByRole("row", { name: /Help desk/ }).first()).toContainText(String(source?.readings))
})

test("admins see the jobs and run one; others are told who may", async ({ pageOf, workspace }) => {
  const page = await pageOf(workspace.members.admin)
  await page.goto("/jobs")
  const row = page
    .getByRole("table", { name: "Jobs" })
    .getByRole("row", { name: /Measure data quality/ })
    .filter({ hasText: "every 10 minutes" })
  // It measures every workspace of this run, so it may still be at it.
  await expect(row).toContainText(/Done|Running/, { timeout: 60_000 })
  await page.getByRole("button", { name: /Run now.*Keep house/ }).click()
  await expect(page.getByText(/^(Asked|Waits already)\.$/)).toBeVisible()
  const other = await pageOf(workspace.members.csm)
  await other.goto("/jobs")
  await expect(other.getByText("Your role does not allow this")).toBeVisible()
  await expect(other.getByRole("link", { name: "Jobs" })).toHaveCount(0)
})
