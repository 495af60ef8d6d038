import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { database } from "#e2e/world/database.ts"
import { faultyAccounts } from "#e2e/world/faulty-accounts.ts"

/** Goes on with Tab until something of this name has the focus, which must be seen there. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab")
    const here = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return null
      const labels =
        element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((each) => each.textContent) : []
      const style = getComputedStyle(element)
      return {
        name: [element.getAttribute("aria-label"), ...labels, element.textContent?.trim()]
          .filter(Boolean)
          .join(" "),
        isMarked: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0,
      }
    })
    if (here && name.test(here.name)) {
      expect(here.isMarked, `the focus is seen at ${here.name}`).toBe(true)
      return
    }
  }
  throw new Error(`Tab never reaches ${name}.`)
}

const atHeading = (page: Page, name: RegExp) =>
  expect(page.getByRole("heading", { name, level: 1 })).toBeFocused({ timeout: 150_000 })

// The worker writes while the machine may be busy with other journeys.
test.setTimeout(300_000)

test("a file is imported and taken back by keyboard alone", async ({ workspace, pageOf }) => {
  const page = await pageOf(workspace.members.admin)
  await page.goto("/accounts")
  await tabTo(page, /^Imports$/)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Imports", level: 1 })).toBeVisible()
  await tabTo(page, /^Import a file$/)
  await page.keyboard.press("Enter")
  await atHeading(page, /^Import a file$/)
  await tabTo(page, /^File$/)
  const chooser = page.waitForEvent("filechooser")
  await expect(page.getByLabel("File", { exact: true })).toBeFocused()
  await page.keyboard.press("Space")
  await (await chooser).setFiles({
    name: "keys.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(faultyAccounts("K")),
  })
  await tabTo(page, /^Read this file$/)
  await page.keyboard.press("Enter")
  await atHeading(page, /^Map the columns/)
  await tabTo(page, /^Check every row$/)
  await page.keyboard.press("Enter")
  await atHeading(page, /^Check keys/)
  for (let round = 0; round < 4 && /\/check/.test(page.url()); round++) {
    const hasRepairs = (await page.getByRole("button", { name: /^Apply (all|the)/ }).count()) > 0
    await tabTo(page, hasRepairs ? /^Apply (all|the)/ : /^Preview the changes$/)
    await page.keyboard.press(hasRepairs ? "Space" : "Enter")
    await page.waitForURL(/\/(check|preview)$/)
    await atHeading(page, /^(Check|Preview) keys/)
  }
  await tabTo(page, /^Write [\d,]+ accounts into/)
  await page.keyboard.press("Enter")
  await atHeading(page, /^keys\.csv$/)
  const count = async () => {
    const [row] = await database().owner`
      select count(*)::integer as accounts from account where workspace_id = ${workspace.id}`
    return row?.accounts as number
  }
  expect(await count()).toBeGreaterThan(480)
  await tabTo(page, /^Undo this import$/)
  await page.keyboard.press("Enter")
  await expect(page.getByText(/^Taken back/)).toBeVisible({ timeout: 150_000 })
  expect(await count()).toBe(0)
})
