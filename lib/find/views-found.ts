import { viewHref } from "#lib/views/current-view.ts"
import type { View } from "#lib/views/schema.ts"
import { type Found, mostFound } from "./found.ts"
import { matching } from "./match-words.ts"

const owners: Readonly<Record<View["scope"], string | null>> = {
  built_in: null,
  team: "Team view",
  personal: "My view",
}

/** The saved views of the accounts whose names fit the typed text, best first. */
export const viewsFound = (typed: string, views: readonly View[]): Found["views"] =>
  matching(
    typed,
    views.map((view) => ({
      label: view.name,
      note: owners[view.scope],
      href: viewHref("/accounts", view),
    })),
  ).slice(0, mostFound)
