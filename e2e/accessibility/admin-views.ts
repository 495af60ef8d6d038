import type { Page } from "@playwright/test"
import { expect } from "#e2e/fixtures.ts"
import type { Exhibition } from "./exhibition.ts"
import type { View } from "./views.ts"

const heading = (name: string) => (page: Page) =>
  expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
const admin = ({ full }: Exhibition) => full.members.admin
const viewer = ({ full }: Exhibition) => full.members.viewer
const adminOfNothing = ({ empty }: Exhibition) => empty.members.admin
const isNotAllowed = (page: Page) => expect(page.getByText("Your role does not allow this")).toBeVisible()

async function askForAccess(page: Page): Promise<void> {
  await isNotAllowed(page)
  await expect(async () => {
    await page.getByRole("button", { name: "Ask for access" }).click({ timeout: 2_000 })
    await expect(page.getByText(/^Asked/)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

async function openPerson(page: Page): Promise<void> {
  await page.getByRole("table", { name: "People" }).getByRole("link").first().click()
  await expect(page.getByLabel("FTE (1 is full time)")).toBeVisible()
}

async function previewDraft(page: Page): Promise<void> {
  await page.getByLabel("Act now, up to").fill("30")
  await page.getByRole("button", { name: "Preview who changes band" }).click()
  await expect(page.getByRole("button", { name: /^Publish version/ })).toBeVisible()
}

async function refuseDraft(page: Page): Promise<void> {
  await page.getByLabel("Weight of Product, in percent").fill("61")
  await page.getByRole("button", { name: "Preview who changes band" }).click()
  await expect(page.getByText(/sum to 101, not 100/)).toBeVisible()
}

/** The pages of Admin, in the states that they have. */
export const adminViews: readonly View[] = [
  { route: "/admin", state: "loaded", who: admin, path: () => "/admin", arrange: heading("Admin") },
  { route: "/admin", state: "for a viewer", who: viewer, path: () => "/admin", arrange: heading("Admin") },
  {
    route: "/admin/people",
    state: "loaded",
    who: admin,
    path: () => "/admin/people",
    arrange: heading("People"),
  },
  {
    route: "/admin/people",
    state: "empty",
    who: adminOfNothing,
    path: () => "/admin/people",
    arrange: (page) => expect(page.getByText("The people of this workspace will be here")).toBeVisible(),
  },
  {
    route: "/admin/people",
    state: "person open",
    who: admin,
    path: () => "/admin/people",
    arrange: openPerson,
  },
  {
    route: "/admin/people",
    state: "not allowed, asked",
    who: viewer,
    path: () => "/admin/people",
    arrange: askForAccess,
  },
  {
    route: "/admin/success-profiles",
    state: "empty, with its form",
    who: admin,
    path: () => "/admin/success-profiles",
    arrange: heading("Success profiles"),
  },
  {
    route: "/admin/health-model",
    state: "loaded",
    who: admin,
    path: () => "/admin/health-model",
    arrange: heading("Health model"),
  },
  {
    route: "/admin/health-model",
    state: "empty",
    who: adminOfNothing,
    path: () => "/admin/health-model",
    arrange: (page) => expect(page.getByText("The health model will be here")).toBeVisible(),
  },
  {
    route: "/admin/health-model",
    state: "previewed",
    who: admin,
    path: () => "/admin/health-model",
    arrange: previewDraft,
  },
  {
    route: "/admin/health-model",
    state: "draft refused",
    who: admin,
    path: () => "/admin/health-model",
    arrange: refuseDraft,
  },
  {
    route: "/admin/sessions",
    state: "loaded",
    who: admin,
    path: () => "/admin/sessions",
    arrange: heading("Sessions"),
  },
  {
    route: "/admin/audit",
    state: "loaded",
    who: admin,
    path: () => "/admin/audit",
    arrange: heading("Audit"),
  },
  {
    route: "/admin/audit",
    state: "nothing matches",
    who: admin,
    path: () => "/admin/audit?who=zzz",
    arrange: (page) => expect(page.getByRole("link", { name: "Clear filters" })).toBeVisible(),
  },
]
