import { baseURL } from "#e2e/installation.ts"
import type { Question } from "./ask.ts"
import { plainArguments } from "./expected.ts"
import { assignmentOf, removalOfView, undoOf } from "./expected-accounts.ts"
import { serverActions } from "./route-tree.ts"
import type { MatrixWorld } from "./world.ts"

type Swap = { readonly stolen: string; readonly ask: (word: string) => Question }

/** What the list of accounts is asked with that names something: accounts, people, changes and views. */
export function accountsSwaps(twin: MatrixWorld, own: MatrixWorld): Record<string, Swap> {
  const act = (name: string, stolen: string, body: (word: string) => string): Swap => ({
    stolen,
    ask: (word) => {
      const action = serverActions().find(({ key }) => key === `app/(desk)/accounts/actions.ts#${name}`)
      if (!action) throw new Error(`The build has no action ${name}.`)
      return {
        path: "/accounts",
        method: "POST",
        headers: {
          "next-action": action.id,
          origin: baseURL,
          accept: "text/x-component",
          "content-type": plainArguments,
        },
        body: body(word),
      }
    },
  })
  const read = (stolen: string, path: (word: string) => string): Swap => ({
    stolen,
    ask: (word) => ({ path: path(word) }),
  })
  const taker = twin.takers[0] ?? ""
  return {
    "name in the list": read(twin.account.slug, (word) => `/accounts?q=${word}`),
    "account beside the list": read(twin.account.slug, (word) => `/accounts?peek=${word}`),
    "view of the list": read(taker, (word) => `/accounts?view=${word}`),
    "frozen page of the list": read(twin.frozen, (word) => `/accounts?asof=2026-11-16T10:00Z~${word}`),
    "team of the list": read(taker, (word) => `/accounts?team=${word}`),
    "owner of the book": read(taker, (word) => `/home?owner=${word}`),
    "owner in the file": read(taker, (word) => `/accounts/export?owner=${word}`),
    "name in the file": read(twin.account.slug, (word) => `/accounts/export?q=${word}`),
    "account to be assigned": act("changeOwners", twin.account.id, (word) => assignmentOf(word, null)),
    "owner to be given an account": act("changeOwners", taker, (word) => assignmentOf(own.account.id, word)),
    "assignment to be undone": act("changeOwners", taker, undoOf),
    "view to be removed": act("changeView", taker, removalOfView),
  }
}
