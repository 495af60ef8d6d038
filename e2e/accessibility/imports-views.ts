import type { Page } from "@playwright/test"
import { expect } from "#e2e/fixtures.ts"
import type { Exhibition } from "./exhibition.ts"
import type { View } from "./views.ts"

const heading = (name: string | RegExp) => (page: Page) =>
  expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
const inFull = ({ full }: Exhibition) => full.members.csm
const importer = ({ full }: Exhibition) => full.members.cs_ops_manager

/** The list of imports and the steps of one, in the states that they have. */
export const importsViews: readonly View[] = [
  { route: "/imports", state: "loaded", who: importer, path: () => "/imports", arrange: heading("Imports") },
  {
    route: "/imports",
    state: "empty",
    who: ({ empty }) => empty.members.admin,
    path: () => "/imports",
    arrange: (page) => expect(page.getByText("Your imports will be here")).toBeVisible(),
  },
  {
    route: "/imports",
    state: "not allowed",
    who: inFull,
    path: () => "/imports",
    arrange: (page) => expect(page.getByText("Your role does not allow this")).toBeVisible(),
  },
  {
    route: "/imports/new",
    state: "empty",
    who: importer,
    path: () => "/imports/new",
    arrange: heading("Import a file"),
  },
  {
    route: "/imports/new",
    state: "file unreadable",
    who: importer,
    path: ({ imports }) => `/imports/new?refused=${imports.unreadable}`,
    arrange: (page) => expect(page.getByRole("alert").first()).toContainText("cannot be read"),
  },
  {
    route: "/imports/new",
    state: "form failed",
    who: importer,
    path: () => "/imports/new?told=wrong_source",
    arrange: (page) => expect(page.getByText("The name of the source cannot be used")).toBeVisible(),
  },
  {
    route: "/imports/[run_id]/map",
    state: "guessed",
    who: importer,
    path: ({ imports }) => `/imports/${imports.draft}/map`,
    arrange: heading(/^Map the columns/),
  },
  {
    route: "/imports/[run_id]/check",
    state: "errors",
    who: importer,
    path: ({ imports }) => `/imports/${imports.faulty}/check`,
    arrange: heading(/^Check/),
  },
  {
    route: "/imports/[run_id]/check",
    state: "words opened",
    who: importer,
    path: ({ imports }) => `/imports/${imports.faulty}/check`,
    arrange: (page) => page.getByText("Replace words one by one").first().click(),
  },
  {
    route: "/imports/[run_id]/check",
    state: "no errors",
    who: importer,
    path: ({ imports }) => `/imports/${imports.repaired}/check`,
    arrange: heading(/^Check/),
  },
  {
    route: "/imports/[run_id]/preview",
    state: "loaded",
    who: importer,
    path: ({ imports }) => `/imports/${imports.repaired}/preview`,
    arrange: heading(/^Preview/),
  },
  {
    route: "/imports/[run_id]/write",
    state: "being written",
    who: importer,
    path: ({ imports }) => `/imports/${imports.writing}/write`,
    arrange: heading(/^Writing/),
  },
  {
    route: "/imports/[run_id]",
    state: "done",
    who: importer,
    path: ({ imports }) => `/imports/${imports.done}`,
    arrange: heading("done.csv"),
  },
  {
    route: "/imports/[run_id]",
    state: "failed",
    who: importer,
    path: ({ imports }) => `/imports/${imports.failed}`,
    arrange: heading("stopped.csv"),
  },
]
