import type { View, ViewPage } from "#lib/views/schema.ts"

const builtIn = (id: string, name: string, query: string): View => ({
  id,
  scope: "built_in",
  name,
  query,
  mayChange: false,
})

/** Room for whole reasons: why a renewal is at risk is read without hovering. */
const renewingColumns = "name,health,weeks,why,exposure,arr,renewal,contact,owner".replaceAll(",", "%2C")

/** Views that every workspace has, by page, in the order of their tabs. Their queries are normalised. */
export const builtInViews: Readonly<Record<ViewPage, readonly View[]>> = {
  "/accounts": [
    builtIn("all", "All", ""),
    builtIn("mine", "Mine", "owner=me&lost=hide"),
    builtIn("act-now", "Act now", "band=red&lost=hide"),
    builtIn("renewing", "Renewing in 90 d", `due=90d&lost=hide&cols=${renewingColumns}`),
    builtIn("quiet", "No contact in 30 d", "quiet=30d&lost=hide"),
    builtIn("lost", "Lost", "stage=churned"),
  ],
}
