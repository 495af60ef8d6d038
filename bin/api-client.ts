import { parseArgs } from "node:util"
import { pool } from "#db/client.ts"
import { createApiClient, revokeApiClient } from "#db/commands/api-clients.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type ApiClientRow, apiClients } from "#db/queries/api-clients.ts"
import { type ImportWorkspace, importWorkspace } from "#db/queries/imports.ts"
import { jobWorkspaces } from "#db/queries/workspaces.ts"
import { newApiClient } from "#lib/access/api-client.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { scopes as everyScope, readScopes, type Scope } from "#lib/access/scopes.ts"
import { AppError } from "#lib/errors.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { env } from "#lib/platform/env.ts"
import { newOpaqueToken } from "#lib/server/auth/opaque-token.ts"
import { runProgram } from "./processes/run-program.ts"
import { withDatabase } from "./with-database.ts"

const usage = `npm run api-client -- create --workspace SLUG --name NAME --scopes "SCOPE …"
npm run api-client -- list [--workspace SLUG]
npm run api-client -- revoke ID

  --workspace SLUG        the workspace that the program may see
  --name NAME             what the program is for; events name it as who acted
  --scopes "SCOPE …"      what it may do: ${everyScope.join(", ")}`

type Options = ReturnType<typeof readOptions>
type Place = { readonly caller: Caller; readonly workspace: ImportWorkspace }

const print = (line = "") => console.log(line)
const wrong = (message: string) => new AppError("invalid_input", message)

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        workspace: { type: "string" },
        name: { type: "string" },
        scopes: { type: "string" },
        help: { type: "boolean", default: false },
      },
    })
    return { ...values, verb: positionals[0] ?? "", rest: positionals.slice(1) }
  } catch (error) {
    throw wrong(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

async function create(places: readonly Place[], options: Options): Promise<void> {
  if (options.workspace === undefined)
    throw wrong(`Say with --workspace which workspace it may see. There are: ${slugsOf(places)}.`)
  const { caller, workspace } = named(places, options.workspace)
  const scopes = scopesFrom(options.scopes ?? "")
  const given = newApiClient.safeParse({ name: options.name ?? "", scopes })
  if (!given.success) throw wrong(`--name: ${given.error.issues[0]?.message}`)
  const secret = newOpaqueToken()
  const { name } = given.data
  const outcome = await inWorkspace(caller, (tx) =>
    createApiClient(tx, caller, { ...given.data, secretHash: secret.hash }),
  )
  if (!outcome.ok)
    throw wrong(`"${workspace.name}" already has an API client called "${name}". Choose another name.`)
  const { id } = outcome.value
  print(`API client "${name}" of the workspace "${workspace.name}" (${workspace.slug}): ${scopes.join(" ")}`)
  print()
  print(`  Client id      ${id}`)
  print(`  Client secret  ${secret.text}`)
  print()
  print(
    "The secret is shown this once and kept nowhere. A token lasts fifteen minutes (curl asks for the secret):",
  )
  print()
  print(`  curl --user ${id} --data grant_type=client_credentials ${address()}/api/oauth/token`)
}

function scopesFrom(text: string): Scope[] {
  const { scopes, unknown } = readScopes(text)
  if (unknown.length === 0 && scopes.length > 0) return [...scopes]
  const fault =
    unknown.length > 0 ? `No scope is called ${unknown.join(", ")}.` : "Say with --scopes what it may do."
  throw wrong(`${fault} There are:\n  ${everyScope.join("\n  ")}`)
}

async function list(places: readonly Place[], { workspace: slug }: Options): Promise<void> {
  const chosen = slug === undefined ? places : [named(places, slug)]
  let count = 0
  for (const { caller, workspace } of chosen) {
    const rows = await inWorkspace(caller, (tx) => apiClients(tx, caller))
    if (rows.length > 0) print(`${workspace.name} (${workspace.slug})`)
    for (const row of rows) printClient(row)
    count += rows.length
  }
  if (count === 0) print("There is no API client yet.")
}

function printClient({ id, name, scopes, createdAt, lastTokenAt, revokedAt }: ApiClientRow): void {
  const state = revokedAt ? `revoked ${written(revokedAt)}` : "living"
  const used = lastTokenAt ? `last token ${written(lastTokenAt)}` : "no token yet"
  print(`  ${id}  ${name}`)
  print(`    ${state}, created ${written(createdAt)}, ${used}`)
  print(`    ${scopes.join(" ")}`)
}

async function revoke(places: readonly Place[], { rest }: Options): Promise<void> {
  const [id = ""] = rest
  for (const { caller, workspace } of places) {
    const rows = await inWorkspace(caller, (tx) => apiClients(tx, caller))
    if (!rows.some((row) => row.id === id)) continue
    const outcome = await inWorkspace(caller, (tx) => revokeApiClient(tx, caller, { id }))
    if (!outcome.ok) throw wrong("This API client was revoked before; it has no token.")
    print(`API client "${outcome.value.name}" of "${workspace.name}" is revoked. Its tokens no longer count.`)
    return
  }
  throw wrong(`No API client has the id "${id}". \`npm run api-client -- list\` shows them.`)
}

/** Every workspace, with the admin at the keyboard calling. */
async function allPlaces(): Promise<Place[]> {
  const callers = (await jobWorkspaces(pool().db)).map(({ workspaceId }) => callerIn(workspaceId))
  return Promise.all(
    callers.map(async (caller) => ({
      caller,
      workspace: await inWorkspace(caller, (tx) => importWorkspace(tx, caller)),
    })),
  )
}

const callerIn = (workspaceId: WorkspaceId): Caller =>
  mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name: "Command line", role: "admin", via: "command_line" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: businessNow(),
  })

function named(places: readonly Place[], slug: string): Place {
  const found = places.find(({ workspace }) => workspace.slug === slug)
  if (found) return found
  throw wrong(`There is no workspace "${slug}". There are: ${slugsOf(places)}.`)
}

const slugsOf = (places: readonly Place[]) => places.map(({ workspace }) => workspace.slug).join(", ")
const written = (instant: Date) => `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`
const address = () => env().NEXTAUTH_URL?.replace(/\/$/, "") ?? `http://localhost:${env().PORT}`

const verbs: Record<string, (places: readonly Place[], options: Options) => Promise<void>> = {
  create,
  list,
  revoke,
}

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    print(usage)
    return 0
  }
  const verb = Object.hasOwn(verbs, options.verb) ? verbs[options.verb] : undefined
  if (!verb || options.rest.length !== (verb === revoke ? 1 : 0)) throw wrong(usage)
  await withDatabase(async () => {
    try {
      await verb(await allPlaces(), options)
    } finally {
      await pool().close()
    }
  })
  return 0
})
