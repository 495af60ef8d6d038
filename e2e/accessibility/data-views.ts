import type { Page } from "@playwright/test"
import { expect } from "#e2e/fixtures.ts"
import type { Exhibition } from "./exhibition.ts"
import type { View } from "./views.ts"

const heading = (name: string | RegExp) => (page: Page) =>
  expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
const inFull = ({ full }: Exhibition) => full.members.csm
const keeper = ({ full }: Exhibition) => full.members.cs_ops_manager
const admin = ({ full }: Exhibition) => full.members.admin
const firstStandard = ({ quality }: Exhibition) => `/data/standards/${quality.standardId}`

async function openDefinition(page: Page): Promise<void> {
  await page.getByRole("button", { name: "How is Lag computed?" }).click()
  await expect(page.getByRole("dialog", { name: "How Lag is computed" })).toBeVisible()
}

async function openTables(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Chart menu: / })
    .first()
    .focus()
  await page.keyboard.press("t")
  await expect(page.getByRole("columnheader", { name: "Age, days" }).first()).toBeVisible()
}

async function refuseStandard(page: Page): Promise<void> {
  await page.getByLabel("Reason").fill("short")
  await page.getByRole("button", { name: "Set standard" }).click()
  await expect(page.getByText(/Say why in at least 10 letters/)).toBeVisible()
}

/** The pages about data and jobs, in every state that they have. */
export const dataViews: readonly View[] = [
  { route: "/data", state: "loaded", who: keeper, path: () => "/data", arrange: heading("Data") },
  { route: "/data", state: "read only", who: inFull, path: () => "/data", arrange: heading("Data") },
  {
    route: "/data",
    state: "empty",
    who: ({ empty }) => empty.members.csm,
    path: () => "/data",
    arrange: (page) => expect(page.getByText("Your sources will be here")).toBeVisible(),
  },
  { route: "/data", state: "definition open", who: keeper, path: () => "/data", arrange: openDefinition },
  { route: "/data", state: "table of a chart open", who: keeper, path: () => "/data", arrange: openTables },
  {
    route: "/data/sources/[key]",
    state: "loaded",
    who: keeper,
    path: ({ quality }) => `/data/sources/${quality.sourceKey}`,
    arrange: heading("Help desk"),
  },
  {
    route: "/data/sources/[key]",
    state: "not found",
    who: inFull,
    path: () => "/data/sources/nothing",
    arrange: heading("Not found"),
    status: 404,
  },
  {
    route: "/data/standards/[id]",
    state: "loaded",
    who: keeper,
    path: firstStandard,
    arrange: heading(/industry/),
  },
  {
    route: "/data/standards/[id]",
    state: "read only",
    who: inFull,
    path: firstStandard,
    arrange: heading(/industry/),
  },
  {
    route: "/data/standards/[id]",
    state: "not found",
    who: inFull,
    path: () => "/data/standards/nothing",
    arrange: heading("Not found"),
    status: 404,
  },
  {
    route: "/data/standards/new",
    state: "loaded",
    who: keeper,
    path: () => "/data/standards/new",
    arrange: heading("Set a standard"),
  },
  {
    route: "/data/standards/new",
    state: "refused",
    who: keeper,
    path: () => "/data/standards/new",
    arrange: refuseStandard,
  },
  {
    route: "/data/standards/new",
    state: "not allowed",
    who: inFull,
    path: () => "/data/standards/new",
    arrange: (page) => expect(page.getByText("Your role does not allow this")).toBeVisible(),
  },
  { route: "/jobs", state: "loaded", who: admin, path: () => "/jobs", arrange: heading("Jobs") },
  {
    route: "/jobs",
    state: "not allowed",
    who: inFull,
    path: () => "/jobs",
    arrange: (page) => expect(page.getByText("Your role does not allow this")).toBeVisible(),
  },
]
