import type { Page } from "@playwright/test"
import { expect } from "#e2e/fixtures.ts"
import type { Member } from "#e2e/world/workspace.ts"
import { accountsViews } from "./accounts-views.ts"
import { adminViews } from "./admin-views.ts"
import { dataViews } from "./data-views.ts"
import type { Exhibition } from "./exhibition.ts"
import { importsViews } from "./imports-views.ts"

export type View = {
  /** The page it shows, as the tree of folders names it. */
  readonly route: string
  readonly state: string
  /** Who looks; null when nobody is signed in. */
  readonly who: (seen: Exhibition) => Member | null
  readonly path: (seen: Exhibition) => string
  /** Brings the page into its state and waits until it is there. */
  readonly arrange: (page: Page) => Promise<unknown>
  /** Status of the page itself; 200 unless said. */
  readonly status?: number
}

const heading = (name: string | RegExp) => (page: Page) =>
  expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()

const inFull = ({ full }: Exhibition) => full.members.csm
const director = ({ full }: Exhibition) => full.members.cs_director
const inEmpty = ({ empty }: Exhibition) => empty.members.csm
const accounts = () => "/accounts"
const firstAccount = ({ accounts: [first] }: Exhibition) => `/accounts/${first?.slug}`

async function openPersonMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Test csm" }).click()
  await expect(page.getByLabel("Theme")).toBeVisible()
}

async function openDefinition(page: Page): Promise<void> {
  await page.getByRole("button", { name: "How is Health computed?" }).first().click()
  await expect(page.getByRole("dialog", { name: "How Health is computed" })).toBeVisible()
}

async function openNote(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Write a note" }).click()
  await expect(page.getByLabel("Note", { exact: true })).toBeFocused()
}

async function disagree(page: Page): Promise<void> {
  await page.getByText("I disagree").click()
  await page.getByLabel("Your score").fill("40")
  await page.getByLabel("Reason").fill("short")
  await page.getByRole("button", { name: "Set my score" }).click()
  await expect(page.getByText(/at least 10 letters, so that/)).toBeVisible()
}

async function refuseSignIn(page: Page): Promise<void> {
  await page.getByLabel("E-mail").fill("nobody@journeys.example")
  await page.getByLabel("Password").fill("wrong password")
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("status")).toHaveText(/wrong|Too many/)
}

/** Until the page's script runs it hears no key. */
async function openByKey(page: Page, key: string, dialog: string): Promise<void> {
  const opened = page.getByRole("dialog", { name: dialog })
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(opened).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

async function openPalette(page: Page): Promise<void> {
  await openByKey(page, "Control+k", "Search or jump to")
  await page.keyboard.type("north")
  await expect(page.getByRole("option", { name: /Northern Lights/ }).first()).toBeVisible()
}

async function openSmallMenu(page: Page): Promise<void> {
  const menu = page.getByText("Menu", { exact: true })
  if (await menu.isVisible()) await menu.click()
}

/** Every page in every state that it has. */
export const views: readonly View[] = [
  { route: "/", state: "leads on", who: inFull, path: () => "/", arrange: heading("Home") },
  {
    route: "/sign-in",
    state: "empty",
    who: () => null,
    path: () => "/sign-in",
    arrange: heading("Sign in to CS-Ops"),
  },
  {
    route: "/design",
    state: "every component",
    who: () => null,
    path: () => "/design",
    arrange: async (page) => {
      await expect(page.getByRole("heading", { name: "Design", level: 1 })).toBeVisible()
      await expect(page.locator("#resolved svg.recharts-surface").first()).toBeVisible()
    },
  },
  { route: "/sign-in", state: "refused", who: () => null, path: () => "/sign-in", arrange: refuseSignIn },
  { route: "/home", state: "loaded", who: director, path: () => "/home", arrange: heading("Home") },
  { route: "/home", state: "empty", who: inEmpty, path: () => "/home", arrange: heading("Home") },
  {
    route: "/home",
    state: "rows of a number",
    who: inFull,
    path: () => "/home?rows=touchpoints",
    arrange: (page) => expect(page.getByRole("heading", { name: /Touchpoints in 4 weeks/ })).toBeVisible(),
  },
  {
    route: "/home",
    state: "rank definition open",
    who: director,
    path: () => "/home",
    arrange: async (page) => {
      await page.getByRole("button", { name: "How is Rank computed?" }).click()
      await expect(page.getByRole("dialog", { name: "How Rank is computed" })).toBeVisible()
    },
  },
  { route: "/accounts", state: "loaded", who: inFull, path: accounts, arrange: heading("Accounts") },
  { route: "/accounts", state: "empty", who: inEmpty, path: accounts, arrange: heading("Accounts") },
  {
    route: "/accounts",
    state: "filtered and sorted",
    who: inFull,
    path: () => "/accounts?q=Trading&segment=SMB&sort=-arr",
    arrange: heading("Accounts"),
  },
  {
    route: "/accounts",
    state: "nothing matches",
    who: inFull,
    path: () => "/accounts?q=zzz&band=red",
    arrange: (page) => expect(page.getByText("No account matches these filters")).toBeVisible(),
  },
  { route: "/accounts", state: "definition open", who: inFull, path: accounts, arrange: openDefinition },
  { route: "/accounts", state: "person's menu open", who: inFull, path: accounts, arrange: openPersonMenu },
  { route: "/accounts", state: "palette open", who: inFull, path: accounts, arrange: openPalette },
  {
    route: "/accounts",
    state: "keyboard help open",
    who: inFull,
    path: accounts,
    arrange: (page) => openByKey(page, "?", "Keyboard shortcuts"),
  },
  ...accountsViews(inFull),
  { route: "/accounts", state: "small menu open", who: inFull, path: accounts, arrange: openSmallMenu },
  {
    route: "/accounts/[slug]",
    state: "loaded",
    who: inFull,
    path: firstAccount,
    arrange: heading(/Northern Lights/),
  },
  {
    route: "/accounts/[slug]",
    state: "not scored",
    who: inFull,
    path: ({ accounts: all }) => `/accounts/${all[8]?.slug}`,
    arrange: heading(/Northern Lights/),
  },
  {
    route: "/accounts/[slug]",
    state: "for an executive",
    who: inFull,
    path: (seen) => `${firstAccount(seen)}?view=exec`,
    arrange: heading(/Northern Lights/),
  },
  {
    route: "/accounts/[slug]",
    state: "note being written",
    who: inFull,
    path: firstAccount,
    arrange: openNote,
  },
  {
    route: "/accounts/[slug]",
    state: "definition open",
    who: inFull,
    path: firstAccount,
    arrange: openDefinition,
  },
  {
    route: "/accounts/[slug]",
    state: "judgement refused",
    who: inFull,
    path: firstAccount,
    arrange: disagree,
  },
  {
    route: "/accounts/[slug]",
    state: "not found",
    who: inFull,
    path: () => "/accounts/no-such-account",
    arrange: heading("Not found"),
    status: 404,
  },
  {
    route: "/accounts/[slug]",
    state: "not found, outside of everything",
    who: inFull,
    path: () => "/no/such/page",
    arrange: heading("Nothing is here"),
    status: 404,
  },
  ...importsViews,
  ...adminViews,
  ...dataViews,
]
