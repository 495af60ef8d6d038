import type { Locator, Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { baseURL } from "#e2e/installation.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { faultyAccounts } from "#e2e/world/faulty-accounts.ts"
import type { TestWorkspace } from "#e2e/world/workspace.ts"

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) })

const accountsOf = async ({ id }: TestWorkspace) =>
  database().owner`select to_jsonb(a) as row from account a where workspace_id = ${id} order by id`

const contractsOf = async ({ id }: TestWorkspace) =>
  database().owner`select to_jsonb(c) as row from contract c where workspace_id = ${id} order by id`

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { name, level: 1, exact: true })

async function chooseFile(
  page: Page,
  file: ReturnType<typeof csv>,
  press: (target: Locator) => Promise<void>,
) {
  const chooser = page.waitForEvent("filechooser")
  await press(page.getByLabel("File", { exact: true }))
  await (await chooser).setFiles(file)
}

// The worker writes while the machine may be busy with other journeys.
test.setTimeout(300_000)

test("500 accounts with three kinds of error are repaired and written in 12 clicks, and taken back", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, [
    { externalId: "F1001", name: "Was here before", usage: 80, segment: "SMB", arrCents: 900_000 },
    { externalId: "Z1", name: "Not in the file", usage: 40 },
  ])
  const before = await accountsOf(workspace)
  const contractsBefore = await contractsOf(workspace)
  const page = await pageOf(workspace.members.cs_ops_manager)
  let clicks = 0
  const press = async (target: Locator) => {
    clicks += 1
    await target.click()
  }
  const button = (name: string | RegExp) => page.getByRole("button", { name })

  await page.goto("/accounts")
  await press(page.getByRole("link", { name: "Imports", exact: true }))
  await press(page.getByRole("link", { name: "Import a file" }))
  await chooseFile(page, csv("accounts with errors.csv", faultyAccounts()), press)
  await press(button("Read this file"))
  await expect(heading(page, "Map the columns of accounts with errors.csv")).toBeVisible()
  await press(button("Check every row"))

  await expect(heading(page, "Check accounts with errors.csv")).toBeVisible()
  await expect(page.getByText(/3 kinds of error in .* of 500 rows stop this import/)).toBeVisible()
  for (let round = 0; round < 3 && (await button(/^Apply (all|the)/).count()) > 0; round++) {
    await press(button(/^Apply (all|the)/))
    await expect(heading(page, /^(Check|Preview) accounts/)).toBeFocused()
  }
  const onward = page.getByRole("link", { name: "Preview the changes" })
  if (await onward.isVisible()) await press(onward)
  await expect(heading(page, "Preview accounts with errors.csv")).toBeVisible()
  await expect(page.getByText(/Nothing is written yet/)).toBeVisible()
  expect(await accountsOf(workspace)).toEqual(before)

  await press(button(/^Write [\d,]+ accounts into Test company$/))
  await expect(heading(page, "accounts with errors.csv")).toBeVisible({ timeout: 150_000 })
  await expect(page.getByText(/accounts were written into Test company/)).toBeVisible()
  expect(clicks, "clicks").toBeLessThanOrEqual(12)
  console.log(`      500 accounts with three kinds of error: ${clicks} clicks`)
  const written = await accountsOf(workspace)
  expect(written.length).toBeGreaterThan(480)
  expect(await contractsOf(workspace)).not.toEqual(contractsBefore)

  await button("Undo this import").click()
  await expect(page.getByText(/^Taken back/)).toBeVisible({ timeout: 150_000 })
  expect(await accountsOf(workspace)).toEqual(before)
  expect(await contractsOf(workspace)).toEqual(contractsBefore)
})

test("a file that cannot be read says why on the file step, and another one takes its place", async ({
  workspace,
  pageOf,
}) => {
  const page = await pageOf(workspace.members.admin)
  await page.goto("/imports/new")
  const choose = (file: ReturnType<typeof csv>) =>
    page.getByLabel("File", { exact: true }).setInputFiles(file)
  await choose({
    name: "book.xlsx",
    mimeType: "application/zip",
    buffer: Buffer.from("PK\u0003\u0004 no workbook"),
  })
  await page.getByRole("button", { name: "Read this file" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("“book.xlsx” cannot be read")
  await choose(csv("good.csv", "id,name\n1,One\n"))
  await page.getByRole("button", { name: "Read this file" }).click()
  await expect(heading(page, "Map the columns of good.csv")).toBeFocused()
  await page.goto("/imports")
  await expect(page.getByRole("row", { name: /book\.xlsx/ })).toContainText("Discarded")
})

test("a choice on the map step counts, and the same columns are mapped alike the next time", async ({
  workspace,
  pageOf,
}) => {
  const page = await pageOf(workspace.members.admin)
  const read = async (text: string) => {
    await page.goto("/imports/new")
    await page.getByLabel("File", { exact: true }).setInputFiles(csv("people of trade.csv", text))
    await page.getByRole("button", { name: "Read this file" }).click()
    await expect(heading(page, /^Map the columns/)).toBeFocused()
  }
  await read("code,title,colour\nA1,Alpha,red\nB2,Beta,blue\n")
  await page.getByLabel("What “code” becomes").selectOption({ label: "External id" })
  await page.getByLabel("What “title” becomes").selectOption({ label: "Name" })
  await page.getByLabel("What “colour” becomes").selectOption({ label: "Leave out" })
  await page.getByRole("button", { name: "Check every row" }).click()
  await expect(heading(page, /^(Check|Preview)/)).toBeFocused()
  const preview = page.getByRole("link", { name: "Preview the changes" })
  if (await preview.isVisible()) await preview.click()
  await page.getByRole("button", { name: "Write 2 accounts into Test company" }).click()
  await expect(page.getByText("2 accounts were written into Test company.")).toBeVisible({ timeout: 150_000 })
  await read("code,title,colour\nA1,Alpha,red\nC3,Gamma,green\n")
  await expect(page.getByText(/^Mapped as on /)).toBeVisible()
  await expect(page.getByLabel("What “code” becomes")).toHaveValue("externalId")
  await expect(page.getByLabel("What “colour” becomes")).toHaveValue("ignore")
})

test("the first file with measures brings a model, and scores", async ({ workspace, pageOf }) => {
  const rows = Array.from({ length: 60 }, (_, place) => {
    const isGone = place % 4 === 0
    return `M${place},Measured ${place + 1},${isGone ? 5 + (place % 9) : 60 + (place % 30)},${isGone ? 9 : place % 4}`
  })
  const page = await pageOf(workspace.members.admin)
  await page.goto("/imports/new")
  const file = csv("measured.csv", ["id,name,weekly_active_users,support_tickets", ...rows].join("\n"))
  await page.getByLabel("File", { exact: true }).setInputFiles(file)
  await page.getByRole("button", { name: "Read this file" }).click()
  await page.getByRole("button", { name: "Check every row" }).click()
  await expect(heading(page, /^(Check|Preview)/)).toBeFocused()
  const preview = page.getByRole("link", { name: "Preview the changes" })
  if (await preview.isVisible()) await preview.click()
  await page.getByRole("button", { name: "Write 60 accounts into Test company" }).click()
  await page.getByRole("link", { name: "Open accounts" }).click({ timeout: 150_000 })
  await page.getByRole("link", { name: "Measured 5", exact: true }).click()
  await expect(page.getByText(/^Why \d+\?/)).toBeVisible({ timeout: 60_000 })
})

test("whoever may not import reads why", async ({ workspace, pageOf }) => {
  const page = await pageOf(workspace.members.viewer)
  for (const path of ["/imports", "/imports/new"]) {
    await page.goto(path)
    await expect(page.getByText("Your role does not allow this")).toBeVisible()
    await expect(page.getByText("(import.write)")).toBeVisible()
  }
})

test("the wizard works without script", async ({ workspace, browser, pageOf }) => {
  const signedIn = await pageOf(workspace.members.admin)
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto("/imports/new")
  await page.getByLabel("File", { exact: true }).setInputFiles(csv("plain.csv", "id,name\n1,One\n2,Two\n"))
  await page.getByRole("button", { name: "Read this file" }).click()
  await page.getByRole("button", { name: "Check every row" }).click()
  await expect(heading(page, /^(Check|Preview) plain.csv/)).toBeVisible()
  if (await page.getByRole("link", { name: "Preview the changes" }).isVisible())
    await page.getByRole("link", { name: "Preview the changes" }).click()
  await page.getByRole("button", { name: "Write 2 accounts into Test company" }).click()
  await expect(page.getByText("2 accounts were written into Test company.")).toBeVisible({ timeout: 150_000 })
  await context.close()
})
