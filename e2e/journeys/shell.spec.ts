import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"

const book = ["Halden Group", "Northwind Trading", "Northern Lights", "Brightway"].map((name, place) => ({
  externalId: `K-${place}`,
  name,
  usage: 40 + place * 10,
  ownerName: place % 2 === 0 ? "Olivia Owner" : "Oscar Owner",
  arrCents: (place + 1) * 1_000_000,
}))

const palette = (page: Page) => page.getByRole("dialog", { name: "Search or jump to" })
const field = (page: Page) => page.getByRole("combobox", { name: "Search or jump to" })
const help = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" })

/** A page hears its keys from the moment that its script runs: until then the key is pressed again. */
async function press(page: Page, key: string, seen: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await seen()
  }).toPass({ timeout: 20_000 })
}

const openPalette = (page: Page) =>
  press(page, "Control+k", () => expect(field(page)).toBeFocused({ timeout: 2_000 }))
const openHelp = (page: Page) => press(page, "?", () => expect(help(page)).toBeVisible({ timeout: 2_000 }))

test("an account is found and opened without a pointer", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/data")
  await expect(page.getByRole("heading", { name: "Data", level: 1 })).toBeVisible()
  await openPalette(page)
  await page.keyboard.type("north")
  await expect(page.getByRole("option", { name: /Northwind Trading/ })).toBeVisible()
  await expect(page.getByRole("option", { name: /Northern Lights/ })).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("ArrowDown")
  await expect(page.getByRole("option", { name: /Northwind Trading/ })).toHaveAttribute(
    "aria-selected",
    "true",
  )
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Northwind Trading", level: 1 })).toBeVisible()
  await expect(palette(page)).toHaveCount(0)
})

test("a person leads to the accounts that they own", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.viewer)
  await page.goto("/accounts")
  await openPalette(page)
  await page.keyboard.type("oscar")
  await expect(page.getByRole("option", { name: /Oscar Owner.*owns 2 accounts/ })).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/accounts\?owner=/)
  await expect(page.getByText("2 of 4 accounts")).toBeVisible()
})

test("the palette says when nothing has the name, and when the server does not answer", async ({
  workspace,
  pageOf,
  expectFault,
}) => {
  expectFault(/Failed to load resource|ERR_FAILED/)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  await openPalette(page)
  await page.keyboard.type("zzz")
  await expect(palette(page).getByRole("status")).toHaveText("Nothing here is called “zzz”.")
  await page.route("**/find?*", (route) => route.abort())
  await page.keyboard.type("q")
  await expect(palette(page).getByRole("status")).toHaveText("The search did not answer.")
  await page.unroute("**/find?*")
  await page.getByRole("button", { name: "Search again" }).click()
  await expect(palette(page).getByRole("status")).toHaveText("Nothing here is called “zzzq”.")
  await page.keyboard.press("Escape")
  await expect(palette(page)).toHaveCount(0)
})

test("two keys lead to a page, and none has an effect while somebody writes", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  await openHelp(page)
  await expect(help(page).getByText("Go to Data")).toBeVisible()
  await expect(help(page).getByText("Copy link to this view")).toBeVisible()
  await page.keyboard.press("g")
  await page.keyboard.press("d")
  await page.keyboard.press("Escape")
  await expect(help(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/accounts$/)
  await page.locator("main [name=q]").first().fill("")
  await page.keyboard.type("gd?")
  await expect(page.locator("main [name=q]").first()).toHaveValue("gd?")
  await expect(help(page)).toHaveCount(0)
  await page.getByRole("heading", { level: 1 }).click()
  await page.keyboard.press("g")
  await page.keyboard.press("d")
  await expect(page.getByRole("heading", { name: "Data", level: 1 })).toBeVisible()
})

test("single keys can be switched off, which holds over a reload and leaves the palette", async ({
  workspace,
  pageOf,
}) => {
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  await openHelp(page)
  const turn = help(page).getByRole("switch", { name: "Single-key shortcuts" })
  await expect(turn).toBeChecked()
  await turn.press("Space")
  await expect(turn).not.toBeChecked()
  await page.keyboard.press("Escape")
  await page.reload()
  await openPalette(page)
  await page.keyboard.press("Escape")
  await expect(palette(page)).toHaveCount(0)
  await page.keyboard.press("?")
  // The palette comes after the key that must do nothing: were it to open the help, the help would be there by now.
  await openPalette(page)
  await expect(help(page)).toHaveCount(0)
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Test csm" }).click()
  await page.getByRole("switch", { name: "Single-key shortcuts" }).click()
  await page.keyboard.press("Escape")
  await openHelp(page)
})

test("the link to a view names its workspace", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await page.goto("/accounts?segment=SMB")
  await press(page, "c", () =>
    expect(page.getByRole("status").filter({ hasText: "Link to this view copied." })).toHaveCount(1, {
      timeout: 2_000,
    }),
  )
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  expect(link.searchParams.get("segment")).toBe("SMB")
  expect(link.searchParams.get("ws")).toBe(workspace.slug)
  await page.goto(link.href)
  await expect(page).toHaveURL(/\/accounts\?segment=SMB$/)
})

test("narrow, the navigation is icons whose words come on focus; the bar leads to the sources", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto("/accounts")
  const link = page
    .getByRole("navigation", { name: "Workspace", exact: true })
    .getByRole("link", { name: "Imports" })
  const words = link.getByText("Imports")
  await expect(words).toHaveCSS("opacity", "0")
  await link.hover()
  await expect(words).toHaveCSS("opacity", "1")
  await page
    .getByRole("banner")
    .getByRole("link", { name: /source/i })
    .click()
  await expect(page.getByRole("heading", { name: "Data", level: 1 })).toBeVisible()
})
