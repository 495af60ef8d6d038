import { parseArgs } from "node:util"
import { pool } from "#db/client.ts"
import { createApiClient, revokeApiClient } from "#db/commands/api-clients.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type ApiClientRow, apiClients } from "#db/queries/api-clients.ts"
import { newApiClient } from "#lib/access/api-client.ts"
import { scopes as everyScope, readScopes, type Scope } from "#lib/access/scopes.ts"
import { AppError } from "#lib/errors.ts"
import { newOpaqueToken } from "#lib/server/auth/opaque-token.ts"
import { runProgram } from "./processes/run-program.ts"
import { withDatabase } from "./with-database.ts"
import { allPlaces, namedPlace, type Place, productAddress, slugsOf } from "./workspaces.ts"

const usage = `npm run api-client -- create --workspace SLUG --name NAME --scopes "SCOPE …"
npm run api-client -- list [--workspace SLUG]
npm run api-client -- revoke ID

  --workspace SLUG        the workspace that the program may see
  --name NAME             what the program is for; events name it as who acted
  --scopes "SCOPE …"      what it may do: ${everyScope.join(", ")}`

type Options = ReturnType<typeof readOptions>
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
  const { caller, workspace } = namedPlace(places, options.workspace)
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
  print(`  curl --user ${id} --data grant_type=client_credentials ${productAddress()}/api/oauth/token`)
}

function scopesFrom(text: string): Scope[] {
  const { scopes, unknown } = readScopes(text)
  if (unknown.length === 0 && scopes.length > 0) return [...scopes]
  const fault =
    unknown.length > 0 ? `No scope is called ${unknown.join(", ")}.` : "Say with --scopes what it may do."
  throw wrong(`${fault} There are:\n  ${everyScope.join("\n  ")}`)
}

async function list(places: readonly Place[], { workspace: slug }: Options): Promise<void> {
  const chosen = slug === undefined ? places : [namedPlace(places, slug)]
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

const written = (instant: Date) => `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`

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
