import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"

const one = [
  { externalId: "A", name: "Acme", usage: 37, tickets: 3, arrCents: 1_200_000, endsOn: "2027-03-31" },
]

const number = (text: string) => Number(text.replaceAll(/[−–]/g, "-").replaceAll(/[^\d.-]/g, ""))

async function shownScore(page: Page): Promise<number> {
  const health = page.locator("dt", { hasText: /^Health$/ }).locator("xpath=following-sibling::dd[1]")
  return number((await health.textContent())?.match(/\d+/)?.[0] ?? "NaN")
}

test("baseline and the points on the page add up to the score", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, one)
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts/${account!.slug}`)
  const table = page.getByRole("table", { name: "Parts of the health score" })
  const points = await table
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: /Weekly use|Open tickets/ }) })
    .evaluateAll((rows) => rows.map((row) => row.querySelectorAll("td")[3]?.textContent ?? ""))
  expect(points).toHaveLength(2)
  const tenths = points.reduce((sum, text) => sum + Math.round(number(text) * 10), 0)
  const score = await shownScore(page)
  expect(500 + tenths).toBe(score * 10)
  const groups = await table.locator('th[scope="rowgroup"] + td').allTextContents()
  expect(groups.reduce((sum, text) => sum + Math.round(number(text) * 10), 0)).toBe(tenths)
  const sentence = (await page.getByText(/^Baseline 50 /).textContent()) ?? ""
  const [terms = "", result = ""] = sentence.split(",")[0]!.split("=")
  const sum = [...terms.matchAll(/([+−-])\s*([\d.]+)/g)].reduce(
    (total, [, sign, amount]) => total + (sign === "+" ? 1 : -1) * Math.round(Number(amount) * 10),
    500,
  )
  expect(sum).toBe(number(result) * 10)
  expect(number(result)).toBe(score)
  const drawn = await page.locator("#why svg text, section#why svg text").allTextContents()
  const signed = drawn.filter((text) => /^[+−-]/.test(text)).map((text) => Math.round(number(text) * 10))
  expect(signed.reduce((total, each) => total + each, 0)).toBe(tenths)
})

test("how the score is computed opens by keyboard and closes with Escape", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, one)
  const page = await pageOf(workspace.members.viewer)
  await page.goto(`/accounts/${account!.slug}`)
  const button = page.getByRole("button", { name: "How is Health computed?" })
  await button.focus()
  await page.keyboard.press("Enter")
  const definition = page.getByRole("dialog", { name: "How Health is computed" })
  await expect(definition).toBeVisible()
  await expect(definition).toContainText("Journeys, version 1")
  await page.keyboard.press("Escape")
  await expect(definition).toBeHidden()
  await expect(button).toBeFocused()
})

test("disagrees with a reason: refused in words with nothing lost, then counted", async ({
  workspace,
  pageOf,
}) => {
  const [account] = await arrangeAccounts(workspace, one)
  const page = await pageOf(workspace.members.csm)
  await page.goto(`/accounts/${account!.slug}`)
  const computed = await shownScore(page)
  await page.getByText("I disagree").click()
  await page.getByLabel("Your score").fill("91")
  await page.getByLabel("Holds until").fill("2026-12-24")
  await page.getByLabel("Reason").fill("too short")
  await page.getByRole("button", { name: "Set my score" }).click()
  await expect(page.getByText(/at least 10 letters, so that/)).toBeVisible()
  await expect(page.getByLabel("Your score")).toHaveValue("91")
  await expect(page.getByLabel("Holds until")).toHaveValue("2026-12-24")
  await expect(page.getByLabel("Reason")).toHaveValue("too short")
  await page.getByLabel("Reason").fill("The sponsor signed for another two years yesterday.")
  await page.getByRole("button", { name: "Set my score" }).click()
  await expect(page.getByText("Your score counts from now on.")).toBeVisible()
  const panel = page
    .getByRole("region", { name: "Computed and judged" })
    .or(page.locator("section", { hasText: "Computed and judged" }))
    .first()
  await expect(
    panel.locator("dt", { hasText: /^Computed$/ }).locator("xpath=following-sibling::dd[1]"),
  ).toContainText(String(computed))
  await expect(
    panel.locator("dt", { hasText: "Judged, counts now" }).locator("xpath=following-sibling::dd[1]"),
  ).toContainText("91")
  await expect(panel.getByText("The sponsor signed for another two years yesterday.")).toBeVisible()
  await expect.poll(() => shownScore(page)).toBe(91)
})

for (const role of ["viewer", "process_engineer", "capacity_planner", "ops_director"] as const)
  test(`a ${role} is not offered to disagree`, async ({ workspace, pageOf }) => {
    const [account] = await arrangeAccounts(workspace, one)
    const page = await pageOf(workspace.members[role])
    await page.goto(`/accounts/${account!.slug}`)
    await expect(page.getByRole("heading", { name: "Acme", level: 1 })).toBeVisible()
    await expect(page.getByText("I disagree")).toHaveCount(0)
    await expect(page.getByLabel("Your score")).toHaveCount(0)
  })

test("an unknown account is a real 404 that offers the way back", async ({
  workspace,
  pageOf,
  expectFault,
}) => {
  expectFault(/status of 404/)
  const page = await pageOf(workspace.members.viewer)
  const answer = await page.goto("/accounts/no-such-account")
  expect(answer?.status()).toBe(404)
  await expect(page.getByText("This address does not exist, or not in this workspace.")).toBeVisible()
  await page.getByRole("link", { name: "All accounts" }).click()
  await expect(page.getByRole("heading", { name: "Accounts", level: 1 })).toBeVisible()
})

test("an account's id and external id lead to its one address", async ({ workspace, pageOf }) => {
  const [account] = await arrangeAccounts(workspace, [{ ...one[0]!, externalId: "ext-4711" }])
  const page = await pageOf(workspace.members.viewer)
  for (const reference of [account!.id, "ext-4711"]) {
    await page.goto(`/accounts/${reference}`)
    await expect(page).toHaveURL(new RegExp(`/accounts/${account!.slug}$`))
  }
})
