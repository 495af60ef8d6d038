import type { Page } from "@playwright/test"
import { editNote, writeNote } from "#db/commands/notes.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"

const plans = [
  { externalId: "A", name: "Acme", usage: 37, tickets: 3, arrCents: 9_200_000, endsOn: "2026-12-20" },
  { externalId: "B", name: "Globex", usage: 90, tickets: 1, arrCents: 1_200_000, endsOn: "2027-09-30" },
]

const timeline = (page: Page) => page.locator("#timeline")

/** Until the page's script runs it hears no key. */
async function openNote(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("n")
    await expect(page.getByLabel("Note", { exact: true })).toBeFocused({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

test("T7: the account says why its score is what it is and what changed, without a click", async ({
  workspace,
  pageOf,
}) => {
  const [account] = await arrangeAccounts(workspace, plans)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  await page.getByRole("link", { name: "Acme" }).first().click()
  await expect(page).toHaveURL(new RegExp(`/accounts/${account!.slug}$`))
  await expect(page.getByRole("heading", { name: /^Why \d+\?/ })).toBeVisible()
  await expect(page.getByText(/^Baseline 50 /)).toBeVisible()
  await expect(page.getByRole("heading", { name: /^What changed/ })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Next step: Talk about the renewal" })).toBeVisible()
  await expect(page.locator("#next").getByText(/^Who: /)).toBeVisible()
})

test("a note is written, changed, removed and brought back by keyboard", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, plans)
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts/${account!.slug}`)
  await openNote(page)
  await page.keyboard.type("They want a review in May.")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(timeline(page).getByText("They want a review in May.")).toBeVisible()
  await expect(page.getByLabel("Note", { exact: true })).toHaveCount(0)
  await timeline(page).getByRole("button", { name: "Edit" }).press("Enter")
  await page.getByLabel("Note", { exact: true }).fill("They want a review in June.")
  await timeline(page).getByRole("button", { name: "Save note" }).press("Enter")
  await expect(timeline(page).getByText("They want a review in June.")).toBeVisible()
  await expect(timeline(page).getByText(/^Changed by Test csm/)).toBeVisible()
  await timeline(page).getByRole("button", { name: "Remove" }).press("Enter")
  await expect(timeline(page).getByText("They want a review in June.")).toHaveCount(0)
  await page.getByRole("button", { name: "Undo" }).press("Enter")
  await expect(timeline(page).getByText("They want a review in June.")).toBeVisible()
})

test("a note that somebody changed meanwhile shows both, and the reader chooses", async ({
  workspace,
  pageOf,
}) => {
  const [account] = await arrangeAccounts(workspace, plans)
  const other = workspace.as("csm")
  const written = await inWorkspace(other, (tx) =>
    writeNote(tx, other, { accountId: account!.id, text: "First words" }),
  )
  if (!written.ok) throw new Error("The note was not written.")
  const { noteId } = written.value
  const page = await pageOf(workspace.members.team_lead)
  await page.goto(`/accounts/${account!.slug}`)
  await expect(async () => {
    await timeline(page).getByRole("button", { name: "Edit" }).click()
    await expect(page.getByLabel("Note", { exact: true })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.getByLabel("Note", { exact: true }).fill("My words")
  await inWorkspace(other, (tx) => editNote(tx, other, { noteId, version: 1, text: "Their words" }))
  await expect(page.getByRole("button", { name: "Take theirs" })).toBeVisible({ timeout: 15_000 })
  await expect(timeline(page).getByText("Their words")).toBeVisible()
  await expect(timeline(page).getByText("My words")).toBeVisible()
  await page.getByRole("button", { name: "Keep mine" }).click()
  await expect(page.getByRole("button", { name: "Take theirs" })).toHaveCount(0)
  await expect(timeline(page).getByText("My words")).toBeVisible()
  await expect(timeline(page).getByText("Their words")).toHaveCount(0)
})

test("a viewer reads notes and is offered none", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, plans)
  const author = workspace.as("csm")
  await inWorkspace(author, (tx) => writeNote(tx, author, { accountId: account!.id, text: "Known to all" }))
  const page = await pageOf(workspace.members.viewer)
  await page.goto(`/accounts/${account!.slug}`)
  await expect(timeline(page).getByText("Known to all")).toBeVisible()
  for (const name of ["Write a note", "Edit", "Remove"])
    await expect(page.getByRole("button", { name })).toHaveCount(0)
})

test("the timeline is filtered by kind, and the address keeps it", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, plans)
  const author = workspace.as("csm")
  await inWorkspace(author, (tx) => writeNote(tx, author, { accountId: account!.id, text: "Only words" }))
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts/${account!.slug}`)
  await page.getByRole("navigation", { name: "Kinds of entries" }).getByRole("link", { name: "ARR" }).click()
  await expect(page.getByRole("heading", { name: /^Timeline, ARR/ })).toBeVisible()
  await expect(timeline(page).getByText("Only words")).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole("heading", { name: /^Timeline, ARR/ })).toBeVisible()
})

test("number keys jump to parts, brackets walk along the list", async ({ workspace, pageOf }) => {
  const [acme, globex] = await arrangeAccounts(workspace, plans)
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts/${acme!.slug}`)
  await expect(async () => {
    await page.keyboard.press("4")
    await expect(page).toHaveURL(/#timeline$/, { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await expect(timeline(page)).toBeInViewport()
  await page.keyboard.press("]")
  await expect(page).toHaveURL(new RegExp(`/accounts/${globex!.slug}$`))
  await expect(page.getByRole("heading", { name: "Globex", level: 1 })).toBeVisible()
  await expect(async () => {
    await page.keyboard.press("[")
    await expect(page).toHaveURL(new RegExp(`/accounts/${acme!.slug}$`), { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
})

test("an executive has one screen: standing, stake, changes and next step", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, plans)
  const page = await pageOf(workspace.members.cs_director)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/accounts/${account!.slug}`)
  await page.getByRole("link", { name: "Exec view" }).click()
  await expect(page).toHaveURL(/\?view=exec$/)
  for (const name of ["Health", "ARR", "Renewal", "The latest changes"])
    await expect(page.getByRole("heading", { name, exact: true })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole("heading", { name: /^Next step/ })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole("region", { name: "ARR", exact: true })).toContainText("$92k")
})
