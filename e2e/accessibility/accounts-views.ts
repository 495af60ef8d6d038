import type { Page } from "@playwright/test"
import { expect } from "#e2e/fixtures.ts"
import type { View } from "./views.ts"

const rowBox = (page: Page) => page.getByRole("checkbox", { name: /^Select Northern Lights/ }).first()

async function selectOne(page: Page): Promise<void> {
  const bar = page.getByRole("region", { name: "Selection" })
  await expect(async () => {
    await rowBox(page).check()
    await expect(bar).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

async function openOwners(page: Page): Promise<void> {
  await selectOne(page)
  await page.getByRole("button", { name: "Assign 1 account" }).click()
  await expect(page.getByRole("dialog").getByRole("option", { name: /^Olivia Owner \d/ })).toBeVisible()
}

async function openSaving(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Save as view" })
  await expect(async () => {
    await page.getByRole("button", { name: "Save as view" }).click({ timeout: 2_000 })
    await expect(dialog).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

async function openColumns(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Columns" }).click()
  await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible()
}

/** The list of accounts with what opens on it. */
export const accountsViews = (who: View["who"]): View[] => {
  const on = (state: string, arrange: View["arrange"], path: View["path"] = () => "/accounts"): View => ({
    route: "/accounts",
    state,
    who,
    path,
    arrange,
  })
  return [
    on("rows selected", selectOne),
    on("owners open", openOwners),
    on("saving a view", openSaving, () => "/accounts?band=red"),
    on("columns open", openColumns),
    on(
      "compact, all columns",
      (page) => expect(page.getByRole("columnheader", { name: "Segment" })).toBeVisible(),
      () =>
        "/accounts?density=compact&cols=name,health,weeks,change,why,exposure,arr,renewal,stage,contact,owner,segment",
    ),
    on(
      "an account beside it",
      (page) => expect(page.getByRole("complementary", { name: /^Peek at Northern Lights/ })).toBeVisible(),
      ({ accounts: [first] }) => `/accounts?peek=${first?.slug}`,
    ),
  ]
}
