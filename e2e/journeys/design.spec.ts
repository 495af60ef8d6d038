import { readFile } from "node:fs/promises"
import { expect, test } from "#e2e/fixtures.ts"

test("a chart turns into its table by key, gives the same figures as a file, and a link to itself", async ({
  page,
}) => {
  await page.goto("/design")
  const chart = page.locator("#load")
  await expect(chart.getByRole("heading", { name: /Mid-Market is over its hours/ })).toBeVisible()

  const menu = chart.getByRole("button", { name: /^Chart menu: / })
  const table = chart.getByRole("table", { name: "Booked hours by team and week" })
  await page.keyboard.press("t")
  await expect(chart.getByRole("columnheader", { name: "w44, %" })).toBeHidden()

  await menu.focus()
  await page.keyboard.press("t")
  await expect(chart.getByRole("columnheader", { name: "w44, %" })).toBeVisible()
  const cells = await table.getByRole("row").filter({ hasText: "SMB" }).getByRole("cell").allInnerTexts()
  await page.keyboard.press("t")
  await expect(chart.getByRole("columnheader", { name: "w44, %" })).toBeHidden()

  const coming = page.waitForEvent("download")
  await menu.click()
  await chart.getByRole("button", { name: "Download CSV" }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe("load.csv")
  const line = (await readFile(await file.path(), "utf8")).split("\r\n").find((one) => one.startsWith("SMB"))
  expect(line?.split(",").slice(1)).toEqual(cells)

  await menu.click()
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
