import type { Page } from "@playwright/test"
import { actVitals, untilShown } from "./page-vitals.ts"

/** How often each thing is done after a first time, which warms what the others find warm. */
export type Often = { readonly tries: number; readonly writes: number }

export type ActTimes = {
  /** From an act to the next picture, by what was done. */
  readonly toPaint: ReadonlyMap<string, readonly number[]>
  readonly keyToFocus: readonly number[]
  /** From a click to the content of another page or list. */
  readonly toContent: ReadonlyMap<string, readonly number[]>
  /** From "Save note" to the note on the page. */
  readonly toWritten: readonly number[]
}

const heading = "main h1"
/** By its beginning: a number may stand behind the name. */
const inNavigation = (page: Page, label: string) =>
  page
    .getByRole("navigation", { name: "Workspace", exact: true })
    .getByRole("link", { name: new RegExp(`^${label}\\b`) })

/** Does what people do all day, with one page that stays open. */
export async function actTimes(
  page: Page,
  account: { slug: string; name: string },
  { tries, writes }: Often,
): Promise<ActTimes> {
  const toPaint = new Map<string, number[]>()
  const toContent = new Map<string, number[]>()
  const keyToFocus: number[] = []
  const keep = (map: Map<string, number[]>, what: string, ms: number) =>
    map.set(what, [...(map.get(what) ?? []), ms])
  for (let nth = 0; nth <= tries; nth++) {
    const isKept = nth > 0
    const painted = async (what: string, act: () => Promise<unknown>) => {
      const { toPaint: ms, toFocus } = await actVitals(page, act)
      if (isKept) keep(toPaint, what, ms)
      return toFocus
    }
    const shown = async (what: string, asked: Parameters<typeof untilShown>[1]) => {
      const ms = await untilShown(page, asked)
      if (isKept) keep(toContent, what, ms)
    }
    await page.goto("/accounts", { waitUntil: "load" })
    await settle(page)
    for (const key of ["j", "j", "k"]) {
      const ms = await painted("J and K", () => page.keyboard.press(key))
      if (isKept) keyToFocus.push(ms)
    }
    await painted("Tab", () => page.keyboard.press("Tab"))
    await painted("select a row", () => page.keyboard.press("x"))
    await painted("type in the search", () =>
      page.locator("form[data-filter] [name=q]").pressSequentially("soft", { delay: 60 }),
    )
    await painted("choose a filter", () => page.locator("form[data-filter] select").nth(1).press("ArrowDown"))
    await page.goto("/accounts", { waitUntil: "load" })
    await settle(page)
    const sortLink = page.getByRole("columnheader", { name: "Owner" }).getByRole("link")
    await shown("sort the list", {
      act: () => painted("sort", () => sortLink.click()),
      selector: "th[aria-sort]",
      words: "Owner",
    })
    await page.locator("form[data-filter] select").nth(1).selectOption("SMB")
    await shown("filter the list", {
      act: () => page.getByRole("button", { name: "Show matching" }).click(),
      selector: "a[aria-label^='Remove filter']",
      words: "SMB",
    })
    await settle(page)
    for (const [label, title] of places) {
      await shown(`to ${label}`, {
        act: () => inNavigation(page, label).click(),
        selector: heading,
        words: title,
      })
      await settle(page)
    }
    await page.goto(`/accounts?q=${encodeURIComponent(account.name)}`, { waitUntil: "load" })
    await settle(page)
    await shown("to an account", {
      act: () => page.locator("[data-row-link]").first().click(),
      selector: heading,
      words: account.name,
    })
  }
  return { toPaint, toContent, keyToFocus, toWritten: await writeTimes(page, account.slug, writes) }
}

const places = [
  ["Home", "Home"],
  ["Data", "Data"],
  ["Imports", "Imports"],
  ["Admin", "Admin"],
  ["Accounts", "Accounts"],
] as const

async function writeTimes(page: Page, slug: string, writes: number): Promise<number[]> {
  const times: number[] = []
  await page.goto(`/accounts/${slug}`, { waitUntil: "load" })
  await settle(page)
  for (let nth = 0; nth <= writes; nth++) {
    const words = `Note ${nth} of the bench at ${new Date().toISOString()}`
    await page.getByRole("button", { name: "Write a note" }).click()
    await page.getByLabel("Note", { exact: true }).fill(words)
    const ms = await untilShown(page, {
      act: () => page.getByRole("button", { name: "Save note" }).click(),
      selector: "main article, main li, main p",
      words,
    })
    if (nth > 0) times.push(ms)
  }
  return times
}

/** Until the page's script hears keys and clicks, and what is fetched ahead has come. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("load")
  await page.waitForTimeout(700)
}
