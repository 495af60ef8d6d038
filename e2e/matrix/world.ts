import { freezeView } from "#db/commands/frozen-views.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type ArrangedAccount, arrangeAccounts } from "#e2e/world/accounts.ts"
import { type ArrangedAdmin, arrangeAdmin } from "#e2e/world/admin.ts"
import { addContact } from "#e2e/world/contacts.ts"
import { database } from "#e2e/world/database.ts"
import { arrangeChecked, arrangeFile, arrangeRun } from "#e2e/world/imports.ts"
import { type ArrangedQuality, arrangeFailedRun, arrangeQuality } from "#e2e/world/quality.ts"
import { sessionOf } from "#e2e/world/sign-in.ts"
import { newWorkspace, type TestWorkspace } from "#e2e/world/workspace.ts"
import { type Role, roles } from "#lib/access/roles.ts"
import { newId } from "#lib/platform/new-id.ts"

export type Identity = Role | "anonymous"
export const identities: readonly Identity[] = ["anonymous", ...roles]

export type MatrixWorld = {
  readonly workspace: TestWorkspace
  readonly account: ArrangedAccount
  /** Words that stand in no answer unless it carries data of this workspace. */
  readonly canary: string
  readonly contactName: string
  /** Imports of the workspace by what they are good for; the canary names their files. */
  readonly imports: Readonly<Record<"checked" | "posted" | "writing" | "done", string>>
  readonly quality: ArrangedQuality
  readonly admin: ArrangedAdmin
  /** People who own no account and can be given one: more than there are roles. */
  readonly takers: readonly string[]
  /** The list of accounts as it was, under the id of its frozen link. */
  readonly frozen: string
  /** A run of a job that was given up. */
  readonly failedRun: string
  readonly sessions: Readonly<Record<Identity, string | null>>
}

/** One account with a contact, and a session for each of the nine roles. */
export async function matrixWorld(name = "Matrix"): Promise<MatrixWorld> {
  const workspace = await newWorkspace(`${name} company`)
  const canary = `Canary${workspace.id.slice(-12)}`
  const contactName = `Person${workspace.id.slice(-12)}`
  const [account] = await arrangeAccounts(workspace, [
    { externalId: `ext-${workspace.id}`, name: canary, usage: 70, tickets: 4, ownerName: `${canary} Owner` },
  ])
  if (!account) throw new Error("The account was not made.")
  await addContact(workspace, { accountId: account.id, name: contactName, email: "person@canary.example" })
  const signedIn = await Promise.all(
    roles.map(async (role) => [role, await sessionOf(workspace.members[role])] as const),
  )
  const sessions = { anonymous: null, ...Object.fromEntries(signedIn) } as Record<Identity, string | null>
  const imports = await importsOf(workspace, canary)
  const quality = await arrangeQuality(workspace, { sourceName: canary })
  const takers = await takersOf(workspace)
  await putAwayByAll(workspace, account.id)
  const frozen = await frozenOf(workspace, canary)
  const failedRun = await arrangeFailedRun()
  const admin = await arrangeAdmin(workspace, canary)
  const made = { account, canary, contactName, imports, quality, takers, frozen, admin, failedRun }
  return { workspace, ...made, sessions }
}

/** A thing of the list of today that everybody here has put away. */
export const putAwayKey = (accountId: string): string => `drop:${accountId}:9`

async function putAwayByAll({ id }: TestWorkspace, accountId: string): Promise<void> {
  await database().owner`insert into today_mark (workspace_id, login_id, item_key, kind, marked_at)
    select workspace_id, login_id, ${putAwayKey(accountId)}, 'done', now() from membership where workspace_id = ${id}`
}

/** Kept, and never opened by its own workspace: who is shown anything of it sees what nobody may. */
async function frozenOf(workspace: TestWorkspace, canary: string): Promise<string> {
  const author = workspace.as("csm")
  const page = { path: "/accounts", query: "", shown: { list: { canary } } }
  const outcome = await inWorkspace(author, (tx) => freezeView(tx, author, page))
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}

async function takersOf(workspace: TestWorkspace): Promise<string[]> {
  const takers = Array.from({ length: roles.length + 2 }, newId)
  for (const [place, id] of takers.entries())
    await database().owner`insert into person (workspace_id, id, external_id, name, position, job_function)
      values (${workspace.id}, ${id}, ${id}, ${`Taker ${place}`}, 'Success Manager', 'cs')`
  return takers
}

async function importsOf(workspace: TestWorkspace, canary: string): Promise<MatrixWorld["imports"]> {
  const file = { fileName: `${canary}.csv`, text: "id,name\nx-1,First\nx-2,Second\n" }
  return {
    checked: await arrangeChecked(workspace, file),
    posted: await arrangeFile(workspace, file),
    writing: await arrangeRun(workspace, { state: "writing", fileName: file.fileName }),
    done: await arrangeRun(workspace, { state: "done", fileName: file.fileName }),
  }
}
