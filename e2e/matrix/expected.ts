import { baseURL } from "#e2e/installation.ts"
import type { Permission } from "#lib/access/policy.ts"
import { accountsActions, accountsRoutes } from "./expected-accounts.ts"
import { adminActions, adminRoutes } from "./expected-admin.ts"
import { dataActions, dataRoutes } from "./expected-data.ts"
import { type MatrixWorld, putAwayKey } from "./world.ts"

export type ExpectedRoute =
  /** Answers everybody alike, with nothing of a workspace in it. */
  | {
      readonly for: "everybody"
      readonly path: (world: MatrixWorld) => string
      readonly redirectsTo?: string
      /** The status for a request with nothing right in it; without it, any success. */
      readonly status?: number
    }
  /** Answers who has the permission; sends the signed-out to the sign-in (page) or answers 401 (endpoint). */
  | {
      readonly for: Permission
      readonly path: (world: MatrixWorld) => string
      /** The canary's name stands in the answer, which proves that the request reached data. */
      /** A permission: only who has that one as well sees it. */
      readonly showsCanary: boolean | Permission
      /** The status for who has the permission; 200 unless said. */
      readonly status?: number
      /** What is posted; without it an empty JSON object. */
      readonly sends?: { readonly headers: Readonly<Record<string, string>>; readonly body: string }
    }

/** A plain form as a page of ours posts it. */
const ownForm = (body = "") => ({
  headers: { origin: baseURL, "content-type": "application/x-www-form-urlencoded" },
  body,
})

const uploadedFile =
  '--up\r\ncontent-disposition: form-data; name="kind"\r\n\r\naccounts\r\n' +
  '--up\r\ncontent-disposition: form-data; name="source"\r\n\r\ncsv\r\n' +
  '--up\r\ncontent-disposition: form-data; name="file"; filename="matrix.csv"\r\n\r\nid,name\r\n1,One\r\n--up--\r\n'

/**
 * Who may reach what: one line for every page and endpoint on disk. A route without a line fails the matrix, and
 * so does a line without a route.
 */
export const expectedRoutes: Readonly<Record<string, ExpectedRoute>> = {
  "/": { for: "everybody", path: () => "/", redirectsTo: "/home" },
  "/sign-in": { for: "everybody", path: () => "/sign-in" },
  "/design": { for: "everybody", path: () => "/design" },
  "/home": { for: "account.read", path: () => "/home?rows=accounts", showsCanary: true },
  "/accounts": { for: "account.read", path: () => "/accounts", showsCanary: true },
  "/accounts/[slug]": {
    for: "account.read",
    path: ({ account }) => `/accounts/${account.slug}`,
    showsCanary: true,
  },
  "GET /find": { for: "account.read", path: ({ canary }) => `/find?q=${canary}`, showsCanary: true },
  "GET /scope": { for: "account.read", path: () => "/scope", showsCanary: true },
  "GET /accounts/[slug]/beside": {
    for: "account.read",
    path: ({ account }) => `/accounts/${account.slug}/beside?to=next`,
    showsCanary: false,
    status: 303,
  },
  ...accountsRoutes,
  ...adminRoutes,
  ...dataRoutes,
  "/imports": { for: "import.write", path: () => "/imports", showsCanary: true },
  "/imports/new": { for: "import.write", path: () => "/imports/new", showsCanary: false },
  "/imports/[run_id]": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.done}`,
    showsCanary: true,
  },
  "/imports/[run_id]/map": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.checked}/map`,
    showsCanary: true,
  },
  "/imports/[run_id]/check": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.checked}/check`,
    showsCanary: true,
  },
  "/imports/[run_id]/preview": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.checked}/preview`,
    showsCanary: true,
  },
  "/imports/[run_id]/write": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.writing}/write`,
    showsCanary: true,
  },
  "GET /imports/[run_id]/rejected-rows": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.done}/rejected-rows`,
    showsCanary: true,
  },
  "POST /imports/upload": {
    for: "import.write",
    path: () => "/imports/upload",
    showsCanary: false,
    status: 303,
    sends: {
      headers: { origin: baseURL, "content-type": "multipart/form-data; boundary=up" },
      body: uploadedFile,
    },
  },
  "POST /imports/[run_id]/settings": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.posted}/settings`,
    showsCanary: false,
    status: 303,
    sends: ownForm("conflict=skip"),
  },
  "POST /imports/[run_id]/repairs": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.posted}/repairs`,
    showsCanary: false,
    status: 303,
    sends: ownForm("all=1"),
  },
  // Of an import that is done and past its undo these three are refused to who may, and to nobody else so.
  "POST /imports/[run_id]/start": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.done}/start`,
    showsCanary: false,
    status: 409,
    sends: ownForm(),
  },
  "POST /imports/[run_id]/undo": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.done}/undo`,
    showsCanary: false,
    status: 409,
    sends: ownForm(),
  },
  "POST /imports/[run_id]/discard": {
    for: "import.write",
    path: ({ imports }) => `/imports/${imports.done}/discard`,
    showsCanary: false,
    status: 409,
    sends: ownForm(),
  },
  "GET /unavailable": { for: "everybody", path: () => "/unavailable", status: 503 },
  "GET /api/auth/[...nextauth]": { for: "everybody", path: () => "/api/auth/providers" },
  "POST /api/auth/[...nextauth]": { for: "everybody", path: () => "/api/auth/_log" },
  "GET /.well-known/oauth-authorization-server": {
    for: "everybody",
    path: () => "/.well-known/oauth-authorization-server",
  },
  "POST /api/oauth/token": { for: "everybody", path: () => "/api/oauth/token", status: 400 },
  "GET /api/health/live": { for: "everybody", path: () => "/api/health/live" },
  "GET /api/health/ready": { for: "everybody", path: () => "/api/health/ready" },
  "GET /api/stream": { for: "event.read", path: () => "/api/stream", showsCanary: false },
  "GET /api/v1/cs-ops/accounts": {
    for: "account.read",
    path: () => "/api/v1/cs-ops/accounts",
    showsCanary: true,
  },
  "GET /api/v1/cs-ops/health/[customer_id]": {
    for: "health.read",
    path: ({ account }) => `/api/v1/cs-ops/health/${account.id}`,
    showsCanary: true,
  },
  "POST /api/v1/cs-ops/imports": {
    for: "import.write",
    path: () => "/api/v1/cs-ops/imports?kind=accounts&file_name=matrix.csv&dry_run=true",
    showsCanary: false,
    sends: {
      headers: { origin: baseURL, "content-type": "text/csv" },
      body: "customer_id,name\nmatrix-1,Matrix\n",
    },
  },
  "GET /api/v1/cs-ops/imports/[run_id]": {
    for: "import.write",
    path: ({ imports }) => `/api/v1/cs-ops/imports/${imports.done}`,
    showsCanary: true,
  },
  "POST /api/v1/cs-ops/imports/[run_id]/undo": {
    for: "import.write",
    path: ({ imports }) => `/api/v1/cs-ops/imports/${imports.done}/undo`,
    showsCanary: false,
    status: 409,
    sends: { headers: { origin: baseURL, "content-type": "application/json" }, body: "{}" },
  },
}

/** What a request to a route carries besides the session. */
export function sentTo({ method }: { readonly method: string }, expected: ExpectedRoute) {
  if (method !== "POST") return {}
  const sends = expected.for === "everybody" ? undefined : expected.sends
  return sends ?? { body: "{}", headers: { "content-type": "application/json" } }
}

export type ExpectedAction = {
  /** The permission asked; null for what every signed-in person may do to their own session. */
  readonly for: Permission | null
  readonly contentType: string
  readonly body: (world: MatrixWorld) => string
}

const boundary = "----matrix"

const part = (name: string, value: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** A form as the browser sends it to an action: its fields, then the argument list, which points to them. */
const form = (fields: Readonly<Record<string, string>>): string => {
  const parts = Object.entries(fields).map(([name, value]) => part(`_1_${name}`, value))
  return `${parts.join("")}${part("0", '["$K1"]')}--${boundary}--\r\n`
}

export const plainArguments = "text/plain;charset=UTF-8"
export const formArguments = `multipart/form-data; boundary=${boundary}`

export const judgement = (accountId: string) =>
  JSON.stringify([
    { accountId, score: 7, reason: "Asked for by the matrix of permissions.", expiresOn: "2026-12-20" },
  ])

export const writtenNote = (accountId: string) =>
  JSON.stringify([{ kind: "write", accountId, text: "Written by the matrix of permissions." }])

export const workspaceChoice = (slug: string) => form({ workspace: slug })

/** One line for every server action of the build. */
export const expectedActions: Readonly<Record<string, ExpectedAction>> = {
  ...accountsActions,
  ...adminActions,
  ...dataActions,
  "app/(desk)/accounts/actions.ts#judgeHealth": {
    for: "health.override",
    contentType: plainArguments,
    body: ({ account }) => judgement(account.id),
  },
  "app/(desk)/accounts/[slug]/actions.ts#changeNote": {
    for: "account.write",
    contentType: plainArguments,
    body: ({ account }) => writtenNote(account.id),
  },
  "app/(desk)/frozen-actions.ts#freezePage": {
    for: "view.write",
    contentType: plainArguments,
    body: () => JSON.stringify([{ path: "/accounts", query: "" }]),
  },
  "app/(desk)/home/actions.ts#putAway": {
    for: "view.write",
    contentType: plainArguments,
    body: ({ account }) => JSON.stringify([{ kind: "done", itemKey: `drop:${account.id}:7` }]),
  },
  "app/(desk)/home/actions.ts#bringBack": {
    for: "view.write",
    contentType: plainArguments,
    body: ({ account }) => JSON.stringify([{ itemKey: putAwayKey(account.id) }]),
  },
  "app/(desk)/session-actions.ts#moveToWorkspace": {
    for: null,
    contentType: formArguments,
    body: ({ workspace }) => workspaceChoice(`${workspace.slug}-second`),
  },
  "app/(desk)/session-actions.ts#endSession": { for: null, contentType: plainArguments, body: () => "[]" },
}
