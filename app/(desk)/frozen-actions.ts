"use server"

import type { Db } from "#db/client.ts"
import { freezeView } from "#db/commands/frozen-views.ts"
import { workspacePlace } from "#db/queries/workspaces.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { accountReference } from "#lib/accounts/reference.ts"
import { keptQuery } from "#lib/frozen/kept-query.ts"
import { type FreezeInput, freezeInput, freezeRefusals } from "#lib/frozen/schema.ts"
import { withoutPersonal } from "#lib/frozen/without-personal.ts"
import { refuse } from "#lib/outcome.ts"
import { action } from "#lib/server/action.ts"
import { accountAsked } from "./accounts/[slug]/account-asked.ts"
import { readAccount } from "./accounts/[slug]/read-account.ts"
import { readAccountsPage } from "./accounts/read-accounts-page.ts"

/** Keeps what a page shows right now, so that a link can show it again. */
export const freezePage = action({
  permission: "view.write",
  input: freezeInput,
  words: freezeRefusals,
  run: async (tx, caller, { path, query: text }) => {
    assertCan(caller, "account.read")
    const page = { path, query: keptQuery(text, caller.actor.personId) }
    const shown = await shownBy(tx, caller, page)
    return shown === null ? refuse("nothing_there") : freezeView(tx, caller, { ...page, shown })
  },
})

/** What the page's own reader gives, without anything personal of contacts: that is read anew for who opens it. */
async function shownBy(tx: Db, caller: Caller, { path, query: text }: FreezeInput): Promise<unknown> {
  const search = Object.fromEntries(new URLSearchParams(text))
  const place = await workspacePlace(tx, caller)
  if (path === "/accounts") {
    const { list, ...rest } = await readAccountsPage(tx, caller, {
      query: accountsQuery.parse(search),
      place,
    })
    // Whoever opens it sees none of the author's own views.
    return { ...rest, list: { ...list, views: [] } }
  }
  const reference = accountReference(path.slice("/accounts/".length))
  const found = await readAccount(tx, caller, {
    reference,
    today: place.today,
    ...accountAsked(search, place.today),
  })
  if (!found) return null
  const { records } = found
  return { found: { ...found, records: { ...records, contacts: withoutPersonal(records.contacts) } }, place }
}
