import type { Page } from "@playwright/test"
import { setOverride } from "#db/commands/overrides.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts, changeReading } from "#e2e/world/accounts.ts"
import { today } from "#e2e/world/workspace.ts"

const one = [{ externalId: "A", name: "Acme", usage: 80, tickets: 2 }]

/** A busy machine may be slow; how quick it is on a quiet one is measured by the bench `commit-to-screen`. */
const patience = 20_000

/** A note on the window, which only a reload would wipe away. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { isSamePage: true }))
const isSamePage = (page: Page) =>
  page.evaluate(() => (globalThis as { isSamePage?: boolean }).isSamePage === true)

const listening = (page: Page) =>
  expect(async () => {
    const open = await page.evaluate(() => document.readyState)
    expect(open).toBe("complete")
  }).toPass()

const rowOf = (page: Page) => page.getByRole("row").filter({ hasText: "Acme" })

test("a new score is on open pages of the list and of the account without a reload", async ({
  workspace,
  pageOf,
}) => {
  const [account] = await arrangeAccounts(workspace, one)
  const list = await pageOf(workspace.members.csm)
  const detail = await pageOf(workspace.members.csm, { context: list.context() })
  const elsewhere = await pageOf(workspace.members.viewer)
  await list.goto("/accounts")
  await detail.goto(`/accounts/${account!.slug}`)
  await elsewhere.goto("/accounts")
  for (const page of [list, detail, elsewhere]) await listening(page)
  await expect(rowOf(list)).toContainText("Good")
  for (const page of [list, detail, elsewhere]) await mark(page)
  await changeReading(workspace, { accountId: account!.id, key: "usage", value: 5 })
  const committed = Date.now()
  const within = () => ({ timeout: Math.max(1, committed + patience - Date.now()) })
  await Promise.all([
    expect(rowOf(list)).toContainText("Act now", within()),
    expect(rowOf(elsewhere)).toContainText("Act now", within()),
    expect(detail.getByText(/^Why \d+\?/)).not.toContainText("Why 84", within()),
    expect(detail.getByRole("main")).toContainText("Act now", within()),
  ])
  for (const page of [list, detail, elsewhere]) expect(await isSamePage(page)).toBe(true)
})

test("a judgement made elsewhere shows up in an open page", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, one)
  const page = await pageOf(workspace.members.viewer)
  await page.goto(`/accounts/${account!.slug}`)
  await expect(page.getByRole("heading", { name: "Acme", level: 1 })).toBeVisible()
  await mark(page)
  const judge = workspace.as("cs_director")
  const outcome = await inWorkspace(judge, (tx) =>
    setOverride(tx, judge, {
      accountId: account!.id,
      score: 12,
      reason: "They told us that they will leave in spring.",
      expiresAt: new Date("2026-12-24T00:00:00Z"),
      day: today,
    }),
  )
  expect(outcome.ok).toBe(true)
  await expect(page.locator("#judged").getByText("They told us that they will leave in spring.")).toBeVisible(
    {
      timeout: patience,
    },
  )
  expect(await isSamePage(page)).toBe(true)
})

test("eight tabs of one browser stay usable and all of them hear", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, one)
  const first = await pageOf(workspace.members.csm)
  const tabs = [first]
  while (tabs.length < 8) tabs.push(await pageOf(workspace.members.csm, { context: first.context() }))
  for (const tab of tabs) {
    await tab.goto("/accounts")
    await expect(rowOf(tab)).toContainText("Good")
  }
  await changeReading(workspace, { accountId: account!.id, key: "usage", value: 10 })
  await Promise.all(tabs.map((tab) => expect(rowOf(tab)).toContainText("Act now", { timeout: patience })))
  for (const tab of tabs) {
    await tab.getByRole("link", { name: "Acme", exact: true }).click()
    await expect(tab.getByRole("heading", { name: "Acme", level: 1 })).toBeVisible()
  }
})
