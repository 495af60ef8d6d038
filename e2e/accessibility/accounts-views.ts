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

async function openShare(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Share this view" })
  const share = page.getByRole("button", { name: "Share" })
  await expect(async () => {
    // In a narrow window it stands in the menu.
    if (!(await share.isVisible())) await page.getByText("Menu", { exact: true }).click({ timeout: 2_000 })
    await share.click({ timeout: 2_000 })
    await expect(dialog.getByLabel("Link", { exact: true })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

async function openFrozen(page: Page): Promise<void> {
  await openShare(page)
  await page.getByRole("button", { name: "As it is now" }).click()
  const link = page.getByRole("dialog").getByLabel("Link", { exact: true })
  await expect(link).toHaveValue(/asof=/)
  await page.goto(await link.inputValue())
  await expect(page.getByRole("region", { name: "Frozen page" })).toBeVisible()
}

async function openSpread(page: Page): Promise<void> {
  const menu = page.locator("#spread").getByRole("button", { name: /^Chart menu: / })
  const item = page.getByRole("button", { name: "Copy image" })
  await expect(async () => {
    if (!(await item.isVisible())) await menu.click()
    await expect(item).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

const openMenu = (name: "Scope" | "Period") => async (page: Page) => {
  const menu = page.getByRole("dialog", { name, exact: true })
  if (
    !(await page
      .getByRole("button", { name: new RegExp(`^${name}`) })
      .first()
      .isVisible())
  )
    await page.getByText("Menu", { exact: true }).click()
  await expect(async () => {
    if (!(await menu.isVisible()))
      await page.getByRole("button", { name: new RegExp(`^${name}`) }).click({ timeout: 2_000 })
    await expect(menu.getByRole("button", { name: /^Show this/ })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
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
    on("scope open", openMenu("Scope")),
    on("period open", openMenu("Period"), () => "/accounts?seg=SMB&period=13w"),
    on("how health spreads", openSpread, () => "/accounts?plot=health&health=0..60"),
    on("sharing it", openShare),
    on("as it was", openFrozen),
    on(
      "nothing kept",
      (page) => expect(page.getByText("Nothing is kept under this frozen link.")).toBeVisible(),
      () => "/accounts?asof=2026-11-22T10:15Z~0190a000-0000-7000-8000-000000000001",
    ),
    on(
      "a link that was not all read",
      (page) => expect(page.getByText("Left out of the link:")).toBeVisible(),
      () => "/accounts?foo=1&sort=bogus&period=13w&cmp=prev",
    ),
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
