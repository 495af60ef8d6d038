import { readFile } from "node:fs/promises"
import { expect, test } from "#e2e/fixtures.ts"

test("a chart turns into its table by key, gives the same figures as a file, and a link to itself", async ({
  page,
}) => {
  await page.goto("/design")
  const chart = page.locator("#load")
  await expect(chart.getByRole("heading", { name: /Mid-Market is over its hours/ })).toBeVisible()

  await page.keyboard.press("t")
  await expect(chart.getByRole("button", { name: "Table" })).toHaveAttribute("aria-pressed", "false")

  await chart.getByRole("button", { name: "Table" }).focus()
  await page.keyboard.press("t")
  await expect(chart.getByRole("button", { name: "Table" })).toHaveAttribute("aria-pressed", "true")
  const cells = await chart
    .getByRole("row")
    .filter({ hasText: "SMB" })
    .first()
    .getByRole("cell")
    .allInnerTexts()
  await page.keyboard.press("t")
  await expect(chart.getByRole("button", { name: "Table" })).toHaveAttribute("aria-pressed", "false")

  const coming = page.waitForEvent("download")
  await chart.getByRole("button", { name: "CSV" }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe("load.csv")
  const line = (await readFile(await file.path(), "utf8")).split("\r\n").find((one) => one.startsWith("SMB"))
  expect(line?.split(",").slice(1)).toEqual(cells)

  await chart.getByRole("button", { name: "Copy link" }).click()
  await expect(chart.getByRole("status")).toHaveText(/Link copied|The address bar has the link/)
})

test("charts that come later can be walked by keyboard, and their reading put away", async ({ page }) => {
  await page.goto("/design")
  const chart = page.locator("#resolved")
  const drawing = chart.locator("svg.recharts-surface").first()
  await expect(drawing).toBeVisible()
  await drawing.focus()
  await page.keyboard.press("ArrowRight")
  await expect(chart.getByText("this year", { exact: true }).last()).toBeVisible()
  await expect(chart.locator("[aria-live=polite]")).toContainText("%")
  await page.keyboard.press("Escape")
  await expect(chart.locator("[aria-live=polite]")).not.toContainText("%")
})
