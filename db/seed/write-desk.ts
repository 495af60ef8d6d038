import { sql } from "drizzle-orm"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { type DemoNote, deskNotes } from "#lib/demo/desk-notes.ts"
import { deskPersons } from "#lib/demo/desk-people.ts"
import type { Facts } from "#lib/demo/facts.ts"
import { demoPersons } from "#lib/demo/people.ts"
import type { WorldPlan } from "#lib/demo/plan.ts"
import { demoProfiles } from "#lib/demo/success-profiles.ts"
import type { LoginId } from "#lib/id.ts"
import { askForAccess } from "../commands/access-requests.ts"
import { writeNote } from "../commands/notes.ts"
import { writePeople } from "../commands/people.ts"
import { addProfileVersion } from "../commands/success-profiles.ts"
import { patiently } from "./patiently.ts"
import { chunks, known, type Teller } from "./write-facts.ts"

const notesAtOnce = 60

/**
 * What the staff set up for themselves: those who sign in without being in the simulation, and what success takes.
 * Versions that are there are refused, so whatever a visitor made of them stays.
 */
export async function writeDesk(caller: Caller, plan: WorldPlan): Promise<void> {
  await patiently(caller, (tx) =>
    writePeople(tx, caller, { teams: [], skills: [], people: deskPersons(plan) }),
  )
  for (const draft of demoProfiles) await patiently(caller, (tx) => addProfileVersion(tx, caller, draft))
}

/** A viewer has asked to import files, so that whoever gives roles finds a request; never a second time. */
export async function askOnce(
  caller: Caller,
  login: { readonly id: LoginId; readonly name: string } | null,
): Promise<void> {
  if (!login) return
  await patiently(caller, async (tx) => {
    const [asked] = await tx.execute(sql`
      select 1 from access_request where workspace_id = ${caller.workspaceId} and login_id = ${login.id} limit 1`)
    if (asked) return
    const viewer = mintCaller({
      ...caller,
      actor: { loginId: login.id, personId: null, name: login.name, role: "viewer", via: "seed" },
    })
    await askForAccess(tx, viewer, { permission: "import.write" })
  })
}

/** What owners wrote down before the talks of these facts, each under the owner's name. Those that are there stay. */
export async function writeNotes(
  { world, caller, goOn, accountIds }: Teller,
  talks: Facts["touchpoints"],
): Promise<void> {
  const found = deskNotes(world.plan, talks)
  if (found.length === 0) return
  const names = new Map(demoPersons(world.plan).map(({ externalId, name }) => [externalId, name]))
  const there = await notesThere(caller)
  const missing = found
    .map((note) => ({ ...note, accountId: known(accountIds, note.accountExternalId) }))
    .filter((note) => !there.has(keyOf(note.accountId, note.writtenAt)))
  for (const some of chunks(missing, notesAtOnce)) {
    goOn()
    await patiently(caller, async (tx) => {
      for (const note of some) {
        const author = ownerCaller(caller, note, known(names, note.authorExternalId))
        await writeNote(tx, author, { accountId: note.accountId, text: note.text })
      }
    })
  }
}

async function notesThere(caller: Caller): Promise<ReadonlySet<string>> {
  const rows = await patiently(caller, (tx) =>
    tx.execute<{ accountId: string; at: string }>(sql`
      select account_id as "accountId", written_at::text as at from note where workspace_id = ${caller.workspaceId}`),
  )
  return new Set(rows.map(({ accountId, at }) => keyOf(accountId, new Date(at))))
}

const keyOf = (accountId: string, at: Date): string => `${accountId} ${at.getTime()}`

const ownerCaller = ({ workspaceId }: Caller, { writtenAt }: DemoNote, name: string): Caller =>
  mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name, role: "csm", via: "seed" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: writtenAt,
  })
