import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"

const segments = ["Enterprise", "Mid-Market", "SMB"] as const

/** Sixty accounts: usage falls from 99 to 40, every third segment and second owner alike. */
const book: AccountPlan[] = Array.from({ length: 60 }, (_, place) => ({
  externalId: `N${place}`,
  name: `Company ${String(place + 1).padStart(2, "0")}`,
  ...(place === 59 ? {} : { usage: 99 - place }),
  tickets: place % 7,
  segment: segments[place % 3]!,
  ownerName: place % 2 === 0 ? "Olivia Owner" : "Oscar Owner",
  arrCents: (place + 1) * 100_000,
}))

const names = (page: Page) =>
  page.getByRole("table", { name: "Accounts" }).getByRole("rowheader").allTextContents()

test("filters, sorts, pages and takes chips off again; the address is the state", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  await expect(page.getByText("60 accounts", { exact: true })).toBeVisible()
  expect(await names(page)).toHaveLength(50)

  await page.getByRole("link", { name: "Account", exact: true }).click()
  await expect(page).toHaveURL(/sort=name$/)
  await expect.poll(async () => (await names(page))[0]).toBe("Company 01")
  await page.getByRole("link", { name: "Next" }).click()
  await expect(page.getByText("Rows 51 to 60 of 60 accounts")).toBeVisible()
  expect(await names(page)).toEqual(Array.from({ length: 10 }, (_, place) => `Company ${51 + place}`))
  await page.getByRole("link", { name: "Previous" }).click()
  await expect(page.getByText("Rows 1 to 50 of 60 accounts")).toBeVisible()

  await page.getByRole("link", { name: "ARR" }).click()
  await expect.poll(async () => (await names(page))[0]).toBe("Company 60")
  await expect(page.getByRole("columnheader", { name: "ARR" })).toHaveAttribute("aria-sort", "descending")

  await page.getByLabel("Segment").selectOption("Enterprise")
  await page.getByLabel("Owner").selectOption({ label: "Olivia Owner" })
  await page.getByLabel("Account name").fill("company 0")
  await page.getByRole("button", { name: "Show matching" }).click()
  await expect(page.getByText("2 of 60 accounts")).toBeVisible()
  expect(await names(page)).toEqual(["Company 07", "Company 01"])
  await page.getByRole("link", { name: "Remove filter Name has “company 0”" }).click()
  await expect(page.getByText("10 of 60 accounts")).toBeVisible()
  await page.getByRole("link", { name: "Remove filter Owner: Olivia Owner" }).click()
  await expect(page.getByText("20 of 60 accounts")).toBeVisible()
  const { pathname, search } = new URL(page.url())
  const elsewhere = await pageOf(workspace.members.viewer)
  await elsewhere.goto(pathname + search)
  await expect(elsewhere.getByText("20 of 60 accounts")).toBeVisible()
  expect(await names(elsewhere)).toEqual(await names(page))
})

test("a page is a place in the list: it can be shared, and belongs to its order", async ({
  workspace,
  pageOf,
}) => {
  await arrangeAccounts(workspace, book)
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?sort=-arr")
  await page.getByRole("link", { name: "Next" }).click()
  await expect(page).toHaveURL(/sort=-arr&after=/)
  await expect(page.getByText("Rows 51 to 60 of 60 accounts")).toBeVisible()
  const shown = await names(page)
  expect(shown[0]).toBe("Company 10")
  const { pathname, search } = new URL(page.url())
  const elsewhere = await pageOf(workspace.members.viewer)
  await elsewhere.goto(pathname + search)
  expect(await names(elsewhere)).toEqual(shown)

  await page.goto((pathname + search).replace("-arr", "name"))
  await expect(page.getByText("This address names a place in another list")).toBeVisible()
  await page.getByRole("link", { name: "Go to the first page" }).click()
  await expect(page.getByText("Rows 1 to 50 of 60 accounts")).toBeVisible()
  expect((await names(page))[0]).toBe("Company 01")

  await page.goto("/accounts?sort=name&page=2")
  await expect(page).toHaveURL(/\/accounts\?sort=name$/)
})

test("a filter that leaves nothing says so and offers the way back", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book.slice(0, 3))
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts?q=nowhere")
  await expect(page.getByText("No account matches these filters")).toBeVisible()
  await page.getByRole("link", { name: "Clear filters" }).click()
  await expect(page.getByText("3 accounts", { exact: true })).toBeVisible()
})

test("the list is used by keyboard alone", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book.slice(0, 5))
  const page = await pageOf(workspace.members.csm)
  await page.goto("/accounts")
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused()
  await page.keyboard.press("Enter")
  const name = page.getByLabel("Account name")
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("Tab")
    if (await name.evaluate((field) => field === document.activeElement)) break
  }
  await expect(name).toBeFocused()
  await page.keyboard.type("Company 03")
  await page.keyboard.press("Enter")
  await expect(page.getByText("1 of 5 accounts")).toBeVisible()
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab")
    if (
      await page
        .getByRole("link", { name: "Company 03", exact: true })
        .evaluate((link) => link === document.activeElement)
    )
      break
  }
  await expect(page.getByRole("link", { name: "Company 03", exact: true })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Company 03", level: 1 })).toBeVisible()
})

test("numbers in the sentence are those of the rows", async ({ workspace, pageOf }) => {
  await arrangeAccounts(workspace, book.slice(0, 20))
  const page = await pageOf(workspace.members.cs_director)
  await page.goto("/accounts?band=red")
  const red = (await names(page)).length
  await page.goto("/accounts")
  const sentence = await page.getByRole("main").locator("h1 + p, h1 ~ p").first().textContent()
  if (red > 0) expect(sentence).toContain(String(red))
  await page.goto("/accounts?band=insufficient")
  await expect(page.getByText(/ of 20 accounts|No account matches/).first()).toBeVisible()
})
