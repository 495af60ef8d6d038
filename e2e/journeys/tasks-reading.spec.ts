import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { expectEffort, handsOn, standsWhole } from "#e2e/world/hands.ts"

// Tasks that people have with the demo, from the page where they begin to the answer, seen without hovering.

const grid = (page: Page) => page.getByRole("table", { name: "Accounts" })
const rows = (page: Page) =>
  grid(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") })
const palette = (page: Page) => page.getByRole("combobox", { name: "Search or jump to" })
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 })

const countIn = async (page: Page, pattern: RegExp): Promise<number> => {
  const text = await page.getByText(pattern).first().textContent()
  return Number(text?.match(pattern)?.[1]?.replaceAll(",", ""))
}

/** Jumps by what is typed to the first thing that is offered. */
async function jump(page: Page, hands: ReturnType<typeof handsOn>, typed: string, offered: RegExp) {
  await hands.press("Control+k", () => expect(palette(page)).toBeFocused({ timeout: 2_000 }))
  await hands.type(typed)
  await expect(page.getByRole("dialog").getByRole("option", { name: offered })).toHaveAttribute(
    "aria-selected",
    "true",
  )
  await hands.press("Enter")
}

async function seesRenewalsAtRisk(page: Page): Promise<void> {
  await expect(page).toHaveURL(/due=90d/)
  await expect(page.getByText(/\d+ of \d+ accounts/).first()).toBeVisible()
  // Until renewals have a risk of their own, it is health that is at risk.
  const atRisk = rows(page).filter({ hasText: /Act now|Watch/ })
  await expect(atRisk.first()).toBeInViewport()
  // The name is a header of its row, not a cell.
  const why = (await grid(page).getByRole("columnheader").allTextContents()).indexOf("Why") - 1
  for (const row of await atRisk.all()) {
    await expect(row.getByRole("rowheader")).toHaveText(/\S/)
    await expect(row).toContainText(/\$[\d.,]+[kM]?/)
    await expect(row).toContainText(/\d{1,2} [A-Z][a-z]{2}.*\(\d+\sd\)/)
    const reasons = row.getByRole("cell").nth(why).locator("> span")
    await expect(reasons).toHaveCount(2)
    // A reason is its name and its value: each of them is cut by itself.
    for (const part of await reasons.locator("> span").all())
      expect(await standsWhole(part), `whole: ${await part.textContent()}`).toBe(true)
  }
}

test("T1: which renewals in 90 days are at risk, and why, is one click of the list", async ({
  signedInAs,
}) => {
  const page = await signedInAs("cs_director")
  await page.goto("/accounts")
  const pointer = handsOn(page)
  await pointer.click(page.getByRole("link", { name: "Renewing in 90 d" }))
  await seesRenewalsAtRisk(page)
  await page.goto("/home")
  await expect(heading(page, "Home")).toBeVisible()
  const keyboard = handsOn(page)
  await jump(page, keyboard, "rene", /^Renewing in 90 d/)
  await seesRenewalsAtRisk(page)
  expectEffort("T1", { pointer: pointer.spent(), keyboard: keyboard.spent(), mostClicks: 1 })
})

async function seesWhy(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: /^Why \d+\?/ })).toBeVisible()
  const sum = await page.getByText(/^Baseline \d+.* = \d+,/).textContent()
  const [, baseline = "", terms = "", value = ""] = sum?.match(/^Baseline (\d+)(.*?) = (\d+),/) ?? []
  const tenths = (text: string) =>
    Math.round(
      [...text.replaceAll("−", "-").matchAll(/([+-]) ([\d.]+)/g)].reduce(
        (all, [, sign, size]) => all + (sign === "-" ? -1 : 1) * Number(size),
        0,
      ) * 10,
    )
  expect(Number(baseline) * 10 + tenths(terms)).toBe(Number(value) * 10)
  const changed = page.locator("#changed")
  await expect(changed.getByRole("heading", { name: /^What changed/ })).toBeVisible()
  const told = await changed.getByRole("heading", { name: /^What changed/ }).textContent()
  const difference = told?.match(/([+−])(\d+) points/)
  const points = await changed.locator("tbody tr td:last-child").allTextContents()
  const moved = points.reduce(
    (all, text) => all + Math.round(Number(text.replace("−", "-").replace("+", "")) * 10),
    0,
  )
  const said = difference ? Number(difference[2]) * (difference[1] === "−" ? -10 : 10) : 0
  expect(moved, told ?? "").toBe(said)
  const parts = page.getByRole("table", { name: "Parts of the health score" })
  const evidence = parts.getByRole("rowheader").getByRole("link")
  expect(await evidence.count()).toBeGreaterThan(0)
  for (const link of await evidence.all()) {
    const target = decodeURIComponent((await link.getAttribute("href"))?.slice(1) ?? "")
    await expect(page.locator(`[id="${target}"]`)).toHaveCount(1)
  }
}

test("T7: why the score is what it is and what changed is one click from the list", async ({
  signedInAs,
}) => {
  const page = await signedInAs("csm")
  await page.goto("/accounts?band=red&lost=hide")
  const first = rows(page).first().getByRole("rowheader").getByRole("link").first()
  const name = (await first.textContent())?.trim() ?? ""
  const pointer = handsOn(page)
  await pointer.click(first)
  await expect(heading(page, name)).toBeVisible()
  await seesWhy(page)
  await page.goto("/accounts?band=red&lost=hide")
  const keyboard = handsOn(page)
  await keyboard.press("j", () => expect(first).toBeFocused({ timeout: 1_000 }))
  await keyboard.press("Enter")
  await expect(heading(page, name)).toBeVisible()
  await seesWhy(page)
  expectEffort("T7", { pointer: pointer.spent(), keyboard: keyboard.spent(), mostClicks: 1 })
})

test("T8: the rows behind the accounts that need attention are one click away, exactly these", async ({
  signedInAs,
}) => {
  const page = await signedInAs("cs_director")
  const sentence = /^([\d,]+) of [\d,]+ accounts need attention/
  const exactly = async (count: number) => {
    await expect(page.getByText(new RegExp(`^${count} of [\\d,]+ accounts$`))).toBeVisible()
    await expect(rows(page)).toHaveCount(Math.min(count, 50))
    await expect(rows(page).filter({ hasText: "Act now" })).toHaveCount(Math.min(count, 50))
  }
  await page.goto("/accounts")
  const count = await countIn(page, sentence)
  expect(count).toBeGreaterThan(0)
  const pointer = handsOn(page)
  await pointer.click(page.getByRole("link", { name: /^Show (it|these \d+)$/ }))
  await exactly(count)
  await page.goto("/accounts")
  const keyboard = handsOn(page)
  await jump(page, keyboard, "act", /^Act now/)
  await exactly(count)
  expectEffort("T8", { pointer: pointer.spent(), keyboard: keyboard.spent(), mostClicks: 1 })
})
