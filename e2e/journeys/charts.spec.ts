import { readFile } from "node:fs/promises"
import type { Locator, Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"

const book: AccountPlan[] = [
  { externalId: "low", name: "Low Oak", usage: 20 },
  { externalId: "also", name: "Also Low", usage: 24 },
  { externalId: "mid", name: "Middle Elm", usage: 60 },
  { externalId: "high", name: "High Pine", usage: 90 },
]

const menuOf = (chart: Locator) => chart.getByRole("button", { name: /^Chart menu: / })
const listed = (page: Page) => page.getByRole("table", { name: "Accounts" }).getByRole("rowheader")

/** Opens the menu and does one thing of it; before the page's script runs it has nothing to offer. */
async function choose(chart: Locator, item: string): Promise<void> {
  const button = chart.getByRole("button", { name: item, exact: true })
  await expect(async () => {
    if (!(await button.isVisible())) await menuOf(chart).click()
    await expect(button).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await button.click()
}

test("the file of a chart says what its table says", async ({ page }) => {
  await page.goto("/design")
  const chart = page.locator("#dots")
  await choose(chart, "Show table")
  const table = chart.getByRole("table", { name: "Accounts by points of health" })
  await expect(table).toBeVisible()
  const rows = await table.getByRole("row").allInnerTexts()
  const coming = page.waitForEvent("download")
  await choose(chart, "Download CSV")
  const file = await coming
  expect(file.suggestedFilename()).toBe("dots.csv")
  const lines = (await readFile(await file.path(), "utf8")).replace("\uFEFF", "").trim().split("\r\n")
  expect(lines).toHaveLength(rows.length)
  expect(lines.slice(1)).toEqual(rows.slice(1).map((row) => row.trim().split(/\s+/).join(",")))

  await menuOf(chart).focus()
  await page.keyboard.press("t")
  await expect(table).toBeHidden()
  await expect(chart.getByRole("img")).toBeVisible()
})

test("a chart is copied as an image that shows its title and its drawing", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await page.goto("/design")
  for (const id of ["dots", "renewals", "judged-line"]) {
    const chart = page.locator(`#${id}`)
    await choose(chart, "Copy image")
    await expect(chart.getByRole("status")).toHaveText("Image copied.")
    const image = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const blob = await item!.getType("image/png")
      const bitmap = await createImageBitmap(blob)
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext("2d")!
      context.drawImage(bitmap, 0, 0)
      const inked = (from: number, to: number) => {
        const top = Math.round(from * bitmap.height)
        const { data } = context.getImageData(0, top, bitmap.width, Math.round(to * bitmap.height) - top)
        let count = 0
        for (let at = 0; at < data.length; at += 4)
          if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) count++
        return count
      }
      return {
        width: bitmap.width,
        title: inked(0.05, 0.2),
        drawing: inked(0.35, 0.85),
        stamp: inked(0.86, 1),
      }
    })
    expect(image.width, id).toBeGreaterThanOrEqual(960)
    expect(image.title, id).toBeGreaterThan(500)
    expect(image.drawing, id).toBeGreaterThan(500)
    expect(image.stamp, id).toBeGreaterThan(200)
  }
})

test("where a browser does not copy images, the image comes as a file", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined })
  })
  await page.goto("/design")
  const chart = page.locator("#judged-line")
  const coming = page.waitForEvent("download")
  await choose(chart, "Copy image")
  const file = await coming
  expect(file.suggestedFilename()).toBe("judged-line.png")
  expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe("PNG")
  await expect(chart.getByRole("status")).toHaveText("Image saved as a file.")
})

test("a chart fills the screen, and the focus comes back to its menu", async ({ page }) => {
  await page.goto("/design")
  const chart = page.locator("#renewals")
  await choose(chart, "Full screen")
  const widthOf = async () => (await chart.boundingBox())?.width
  await expect.poll(widthOf).toBeGreaterThan(1400)
  await expect(menuOf(chart)).toBeFocused()
  await page.keyboard.press("Shift+Tab")
  await page.keyboard.press("Shift+Tab")
  await expect(chart.locator(":focus")).toHaveCount(1)
  await page.keyboard.press("Escape")
  await expect.poll(widthOf).toBeLessThan(1000)
  await expect(menuOf(chart)).toBeFocused()

  await choose(chart, "Full screen")
  await expect.poll(widthOf).toBeGreaterThan(1400)
  await choose(chart, "Leave full screen")
  await expect.poll(widthOf).toBeLessThan(1000)
  await expect(menuOf(chart)).toBeFocused()
})

test("health spreads above the list, and a range of it narrows the list, by hand and by keyboard", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  await expect(page.locator("#spread")).toBeHidden()
  await page.getByRole("link", { name: "Show distribution" }).click()
  const spread = page.locator("#spread")
  await expect(spread.getByRole("heading", { name: /^4 accounts have 20 to 90 points/ })).toBeVisible()
  await expect(page).toHaveURL(/plot=health/)

  await spread.getByLabel("Health from").fill("50")
  await spread.getByLabel("to", { exact: true }).fill("70")
  await expect(async () => {
    await spread.getByRole("button", { name: "Show this range" }).click()
    await expect(page).toHaveURL(/health=50\.\.70/, { timeout: 3_000 })
  }).toPass({ timeout: 20_000 })
  await expect(listed(page)).toHaveText([/Middle Elm/])
  await expect(spread.getByRole("heading", { name: /^This account has 60 points/ })).toBeVisible()
  await page.getByRole("link", { name: "Remove filter Health 50 to 70" }).click()
  await expect(listed(page)).toHaveCount(4)

  const brush = (await page.locator("[data-brush]").boundingBox())!
  const at = (points: number) => brush.x + (brush.width * (points + 0.5)) / 101
  const middle = brush.y + brush.height / 2
  await page.mouse.move(at(10), middle)
  await page.mouse.down()
  await page.mouse.move(at(22), middle)
  await page.mouse.move(at(30), middle)
  await page.mouse.up()
  await expect(page).toHaveURL(/health=10\.\.30/)
  await expect(page.getByRole("link", { name: "Remove filter Health 10 to 30" })).toBeVisible()
  await expect(listed(page)).toHaveCount(2)

  const table = spread.getByRole("table", { name: "Accounts by health" })
  await choose(spread, "Show table")
  await expect(table).toBeVisible()
  await expect(table.getByRole("row", { name: "20 1 1" })).toBeVisible()
  await expect(table.getByRole("row", { name: "90 1 0" })).toBeVisible()

  await page.getByRole("link", { name: "Hide distribution" }).click()
  await expect(spread).toBeHidden()
  await expect(page).toHaveURL(/health=10\.\.30/)
})
