import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { LoginId } from "#lib/id.ts"
import type { Outcome } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountsWithUsage } from "../testing/scored-book.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { answerAccess, askForAccess } from "./access-requests.ts"
import { assignOwner, undoOwners } from "./account-owners.ts"
import { changeMember } from "./members.ts"
import { editNote, removeNote, restoreNote, writeNote } from "./notes.ts"
import { changePerson, setSkillLevel } from "./person-changes.ts"
import { bringBackToday, putAwayToday } from "./today.ts"
import { removeView, renameView, restoreView, rewriteView, saveView } from "./views.ts"

const root = join(import.meta.dirname, "../..")
const { owner } = testDatabase()

type Work = (tx: Db, caller: Caller) => Promise<Outcome<unknown, string>>
type Offer = {
  /** The file whose undo is tried, and the way it goes back. */
  readonly at: string
  readonly change: Work
  readonly back: Work
  /** What the undo must leave as it was. */
  readonly table: string
  /** Columns that may differ, because they count or date changes. */
  readonly counters?: readonly string[]
  readonly told: readonly [string, string]
}

const count = (all: readonly string[], one: string) => all.filter((each) => each === one).length

let caller: Caller
let offers: readonly Offer[]

const value = <Value>(outcome: Outcome<Value, string>): Value => {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}
const run = <Value>(work: (tx: Db, caller: Caller) => Promise<Value>) =>
  inWorkspace(caller, (tx) => work(tx, caller))

/** Rows as pages see them: what was removed is kept out of sight, and is no row. */
const rowsOf = async ({ table, counters = [] }: Offer) => {
  const rows = await owner`
    select to_jsonb(t) - ${[...counters]}::text[] as row from ${owner(table)} t
    where workspace_id = ${caller.workspaceId} and to_jsonb(t) -> 'removed_at' is not distinct from
      case when to_jsonb(t) ? 'removed_at' then 'null'::jsonb end`
  return rows.map(({ row }) => JSON.stringify(row)).toSorted()
}

const lastSeq = async (): Promise<number> => {
  const [row] = await owner`
    select coalesce(max(seq), 0)::float8 as seq from event where workspace_id = ${caller.workspaceId}`
  return row?.seq as number
}

const toldSince = async (seq: number): Promise<string[]> => {
  const rows = await owner`
    select type from event where workspace_id = ${caller.workspaceId} and seq > ${seq} order by seq`
  return rows.map(({ type }) => type as string)
}

beforeAll(async () => {
  const home = await testWorkspace()
  caller = home.caller
  const workspaceId = home.workspaceId
  const ids = await accountsWithUsage(caller, { usage: { one: 80, two: 30 }, day: "2026-11-16" })
  const [accountId = "", ana, ben, skill, member, boss] = [
    ids.get("one"),
    newId(),
    newId(),
    newId(),
    newId() as LoginId,
    newId() as LoginId,
  ]
  await owner`insert into person (workspace_id, id, external_id, name, position, job_function) values
    (${workspaceId}, ${ana}, 'ana', 'Ana', 'CSM', 'cs'), (${workspaceId}, ${ben}, 'ben', 'Ben', 'CSM', 'cs')`
  await owner`insert into skill (workspace_id, id, name, kind) values
    (${workspaceId}, ${skill}, 'German', 'language')`
  await owner`insert into person_skill (workspace_id, person_id, skill_id, level, assessor_id, assessed_on) values
    (${workspaceId}, ${ana}, ${skill}, 2, ${ben}, '2026-03-02')`
  for (const [loginId, role] of [
    [member, "csm"],
    [boss, "admin"],
  ] as const) {
    await owner`insert into login (id, email, email_key, name, password_hash)
      values (${loginId}, ${`${loginId}@back.example`}, ${`${loginId}@back.example`}, 'Test', 'x')`
    await owner`insert into membership (workspace_id, login_id, role) values (${workspaceId}, ${loginId}, ${role})`
  }
  const kept = value(await run((tx) => writeNote(tx, caller, { accountId, text: "They want a review." })))
  const removed = value(await run((tx) => writeNote(tx, caller, { accountId, text: "They moved." })))
  const save = (name: string) =>
    run((tx) => saveView(tx, caller, { page: "/accounts", scope: "personal", name, query: "sort=-arr" }))
  const [mine, gone] = [value(await save("Mine by ARR")), value(await save("To go"))]
  const viewer = mintCaller({ ...caller, actor: { ...caller.actor, loginId: member, role: "viewer" } })
  const asked = await inWorkspace(viewer, (tx) => askForAccess(tx, viewer, { permission: "import.write" }))
  expect(asked.value.isNew).toBe(true)
  const [request] = await owner`select id from access_request where workspace_id = ${workspaceId}`
  const requestId = request?.id as string
  let [written, view, event] = [kept, mine, ""]
  const staffed = { position: "CSM", teamId: null, managerId: null, fte: 1 }
  const halfTime = { ...staffed, fte: 0.5 }
  const level =
    (seen: number, wanted: number, takesBack = false): Work =>
    (tx, by) =>
      setSkillLevel(tx, by, { personId: ana, skillId: skill, seen, level: wanted, takesBack })
  const as = (role: "csm" | "team_lead" | "ops_director", isDisabled: boolean) => ({ role, isDisabled })
  offers = [
    {
      at: "components/accounts/owner-dialog.tsx",
      change: async (tx, by) => {
        const done = await assignOwner(tx, by, { chosen: { query: {} }, ownerId: ben })
        event = value(done).eventId ?? ""
        return done
      },
      back: (tx, by) => undoOwners(tx, by, { eventId: event }),
      table: "account",
      told: ["accounts.owner_assigned", "accounts.owner_restored"],
    },
    {
      at: "components/account/note-form.tsx",
      change: async (tx, by) => {
        const done = await writeNote(tx, by, { accountId, text: "New" })
        written = value(done)
        return done
      },
      back: (tx, by) => removeNote(tx, by, written),
      table: "note",
      told: ["note.written", "note.removed"],
    },
    {
      at: "components/account/note-editor.tsx",
      change: (tx, by) => editNote(tx, by, { noteId: kept.noteId, version: 1, text: "Changed" }),
      back: (tx, by) => editNote(tx, by, { noteId: kept.noteId, version: 2, text: "They want a review." }),
      table: "note",
      counters: ["version", "edited_at", "edited_by"],
      told: ["note.edited", "note.edited"],
    },
    {
      at: "components/account/note-card.tsx",
      change: (tx, by) => removeNote(tx, by, { noteId: removed.noteId, version: 1 }),
      back: (tx, by) => restoreNote(tx, by, { noteId: removed.noteId }),
      table: "note",
      counters: ["version"],
      told: ["note.removed", "note.restored"],
    },
    {
      at: "components/home/use-put-away.ts",
      change: (tx, by) => putAwayToday(tx, by, { kind: "done", itemKey: "renewal:one" }),
      back: (tx, by) => bringBackToday(tx, by, { itemKey: "renewal:one" }),
      table: "today_mark",
      told: ["today.put_away", "today.brought_back"],
    },
    {
      at: "components/accounts/views-actions.tsx",
      change: (tx, by) => rewriteView(tx, by, { viewId: mine.viewId, query: "band=red" }),
      back: (tx, by) => rewriteView(tx, by, { viewId: mine.viewId, query: mine.query }),
      table: "saved_view",
      told: ["view.rewritten", "view.rewritten"],
    },
    {
      at: "components/accounts/views-actions.tsx",
      change: (tx, by) => renameView(tx, by, { viewId: mine.viewId, name: "Called otherwise" }),
      back: (tx, by) => renameView(tx, by, { viewId: mine.viewId, name: "Mine by ARR" }),
      table: "saved_view",
      told: ["view.renamed", "view.renamed"],
    },
    {
      at: "components/accounts/views-actions.tsx",
      change: (tx, by) => removeView(tx, by, gone),
      back: (tx, by) => restoreView(tx, by, gone),
      table: "saved_view",
      told: ["view.removed", "view.restored"],
    },
    {
      at: "components/accounts/views-actions.tsx",
      change: async (tx, by) => {
        const input = { page: "/accounts", scope: "personal", name: "New", query: "" } as const
        const done = await saveView(tx, by, input)
        view = value(done)
        return done
      },
      back: (tx, by) => removeView(tx, by, view),
      table: "saved_view",
      told: ["view.saved", "view.removed"],
    },
    {
      at: "components/admin/login-controls.tsx",
      change: (tx, by) =>
        changeMember(tx, by, { loginId: member, seen: as("csm", false), wanted: as("team_lead", true) }),
      back: (tx, by) =>
        changeMember(tx, by, { loginId: member, seen: as("team_lead", true), wanted: as("csm", false) }),
      table: "membership",
      told: ["member.changed", "member.changed"],
    },
    {
      at: "components/admin/grant-request.tsx",
      change: (tx, by) =>
        changeMember(tx, by, { loginId: member, seen: as("csm", false), wanted: as("ops_director", false) }),
      back: (tx, by) =>
        changeMember(tx, by, { loginId: member, seen: as("ops_director", false), wanted: as("csm", false) }),
      table: "membership",
      told: ["member.changed", "member.changed"],
    },
    {
      at: "components/admin/person-form.tsx",
      change: (tx, by) => changePerson(tx, by, { personId: ana, seen: staffed, wanted: halfTime }),
      back: (tx, by) => changePerson(tx, by, { personId: ana, seen: halfTime, wanted: staffed }),
      table: "person",
      told: ["person.changed", "person.changed"],
    },
    {
      at: "components/admin/skill-grid.tsx",
      change: level(2, 4),
      back: level(4, 2, true),
      table: "person_skill",
      told: ["skill.level_set", "skill.level_set"],
    },
    {
      at: "components/admin/skill-grid.tsx",
      change: level(2, 0),
      back: level(0, 2, true),
      table: "person_skill",
      told: ["skill.level_set", "skill.level_set"],
    },
    {
      at: "components/admin/decline-request.tsx",
      change: (tx, by) => answerAccess(tx, by, { requestId, isDeclined: true }),
      back: (tx, by) => answerAccess(tx, by, { requestId, isDeclined: false }),
      table: "access_request",
      told: ["access.declined", "access.reopened"],
    },
  ]
})

describe("what is taken back", () => {
  test("is every change that offers an undo on a page", () => {
    const files = globSync("components/**/*.{ts,tsx}", { cwd: root }).filter(
      (file) => !/components\/(shell|design)\//.test(file),
    )
    const offered = files.flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8")
      return text.includes("useUndo") ? [...text.matchAll(/\bundo: /g)].map(() => file) : []
    })
    // One undo may be tried in several ways.
    const tried = offers.map(({ at }) => at)
    for (const file of new Set([...offered, ...tried]))
      expect(count(tried, file), `${file} has its undos tried`).toBeGreaterThanOrEqual(count(offered, file))
  })

  test("is as it was before, and both are told", async () => {
    for (const offer of offers) {
      const [before, seq] = [await rowsOf(offer), await lastSeq()]
      value(await run(offer.change))
      expect(await rowsOf(offer), `${offer.at} changes something`).not.toEqual(before)
      value(await run(offer.back))
      expect(await rowsOf(offer), `${offer.at} is taken back`).toEqual(before)
      expect(await toldSince(seq), offer.at).toEqual(offer.told)
    }
  })
})
