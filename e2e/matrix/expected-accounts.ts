import type { ExpectedAction, ExpectedRoute } from "./expected.ts"

/** The lines of the list of accounts beside its page. */
export const accountsRoutes: Readonly<Record<string, ExpectedRoute>> = {
  "GET /accounts/export": { for: "account.read", path: () => "/accounts/export", showsCanary: true },
}

const contentType = "text/plain;charset=UTF-8"

export const assignmentOf = (accountId: string, ownerId: string | null) =>
  JSON.stringify([{ kind: "assign", chosen: { accountIds: [accountId] }, ownerId, expected: 1 }])

export const undoOf = (eventId: string) => JSON.stringify([{ kind: "undo", eventId }])

export const removalOfView = (viewId: string) => JSON.stringify([{ kind: "remove", viewId }])

let asked = 0

export const accountsActions: Readonly<Record<string, ExpectedAction>> = {
  "app/(desk)/accounts/actions.ts#changeOwners": {
    for: "account.write",
    contentType,
    // Another person each time: who owns the account already changes nothing for the next who may.
    body: ({ account, takers }) => assignmentOf(account.id, takers[asked++ % takers.length] ?? null),
  },
  "app/(desk)/accounts/actions.ts#changeView": {
    for: "view.write",
    contentType,
    body: () =>
      JSON.stringify([
        {
          kind: "save",
          page: "/accounts",
          scope: "personal",
          name: `Asked by the matrix ${asked++}`,
          query: "band=red",
        },
      ]),
  },
}
