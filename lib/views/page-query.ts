import { accountsParameters } from "#lib/accounts/list-href.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import type { ViewPage } from "#lib/views/schema.ts"

/** What two addresses of a page have in common when they are the same view: filters, order and columns. */
const normalised: Readonly<Record<ViewPage, (parameters: Record<string, string>) => string>> = {
  "/accounts": (parameters) =>
    accountsParameters({
      ...accountsQuery.parse(parameters),
      // What the frame compares with is no part of a view: it goes along to every one.
      period: undefined,
      cmp: undefined,
      density: undefined,
      view: undefined,
      peek: undefined,
      after: undefined,
      before: undefined,
    }).toString(),
}

/** The part of a page's parameters that a view keeps, always written the same way. */
export const viewQuery = (page: ViewPage, parameters: string): string =>
  normalised[page](Object.fromEntries(new URLSearchParams(parameters)))
