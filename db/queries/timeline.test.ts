import { beforeAll, describe, expect, test } from "vitest"
import { entryOfFacts } from "#lib/timeline/entry-of-facts.ts"
import { mergeTimeline } from "#lib/timeline/merge.ts"
import { type TimelineQuery, timelineQuery } from "#lib/timeline/schema.ts"
import { assignOwner, undoOwners } from "../commands/account-owners.ts"
import { removeNote, writeNote } from "../commands/notes.ts"
import { recordTouchpoints } from "../commands/touchpoints.ts"
import { inWorkspace } from "../in-workspace.ts"
import { accountsWithUsage, publishUsageModel } from "../testing/scored-book.ts"
import { type TestWorkspace, testDatabase, testWorkspace } from "../testing/workspace.ts"
import { timelineEntries } from "./timeline.ts"

const today = "2026-11-16"

describe("what is stored of an account's past", () => {
  const { owner } = testDatabase()
  let home: TestWorkspace
  let accountId: string
  let otherId: string

  const noted = async (text: string, id = accountId) => {
    const done = await inWorkspace(home.caller, (tx) => writeNote(tx, home.caller, { accountId: id, text }))
    return done.ok ? done.value.noteId : ""
  }

  beforeAll(async () => {
    home = await testWorkspace()
    await publishUsageModel(home.caller)
    const ids = await accountsWithUsage(home.caller, { usage: { one: 80, two: 20 }, day: today })
    accountId = ids.get("one") ?? ""
    otherId = ids.get("two") ?? ""
    await owner`update workspace set time_zone = 'Asia/Kathmandu' where id = ${home.workspaceId}`
    await noted("First")
    await noted("Elsewhere", otherId)
    const removed = await noted("Removed")
    await inWorkspace(home.caller, (tx) => removeNote(tx, home.caller, { noteId: removed, version: 1 }))
    await inWorkspace(home.caller, (tx) =>
      recordTouchpoints(tx, home.caller, {
        touchpoints: ["2026-11-15T20:00:00Z", "2026-11-01T10:00:00Z"].map((at) => ({
          externalId: `${home.workspaceId} ${at}`,
          accountId,
          type: "call" as const,
          happenedAt: new Date(at),
          personExternalId: null,
          contactExternalIds: [],
          note: null,
          nextPlannedOn: null,
        })),
      }),
    )
    for (const [day, cents] of [
      ["2026-10-01", 500],
      ["2026-10-01", 700],
      ["2027-01-01", 900],
    ] as const)
      await owner`
        insert into arr_movement (workspace_id, id, account_id, kind, effective_on, amount_cents, currency, source)
        values (${home.workspaceId}, ${crypto.randomUUID()}, ${accountId}, 'expansion', ${day}, ${cents}, 'USD', 'test')`
    await owner`
      insert into contract (workspace_id, id, account_id, external_id, starts_on, ends_on, currency)
      values (${home.workspaceId}, ${crypto.randomUUID()}, ${accountId}, 'K-1', '2026-01-01', '2026-12-31', 'USD')`
    await owner`
      insert into health_override (workspace_id, id, account_id, value, reason, author_id, author_name, set_at, expires_at)
      values (${home.workspaceId}, ${crypto.randomUUID()}, ${accountId}, 30, 'They told us so', ${crypto.randomUUID()},
        'Ann', '2026-11-02T08:00:00Z', '2026-12-02T08:00:00Z')`
  })

  const read = (query: TimelineQuery, limit = 31, caller = home.caller) =>
    inWorkspace(caller, (tx) => timelineEntries(tx, caller, { accountId, query, today, limit }))
  const all = timelineQuery.parse({})

  test("is told newest first by the workspace's own clock, without what is removed or still to come", async () => {
    const told = (await read(all)).map(({ wall, facts }) => [facts.kind, wall.slice(0, 16)])
    expect(told).toEqual([
      ["note", "2026-11-16T14:45"],
      ["touchpoint", "2026-11-16T01:45"],
      ["judgement", "2026-11-02T13:45"],
      ["touchpoint", "2026-11-01T15:45"],
      ["arr", "2026-10-01T"],
      ["arr", "2026-10-01T"],
      ["contract", "2026-01-01T"],
    ])
  })

  test("comes whole in pages of any size, in the same order as the merge", async () => {
    const whole = (await read(all)).map((row) => entryOfFacts(row, today).key)
    for (const size of [1, 2, 5]) {
      const seen: string[] = []
      let before: string | null = null
      do {
        const query: TimelineQuery = { kind: null, before }
        const stored = (await read(query, size + 1)).map((row) => entryOfFacts(row, today))
        const page = mergeTimeline({ stored, derived: [], query, size })
        seen.push(...page.entries.map(({ key }) => key))
        before = page.next
      } while (before !== null)
      expect(seen).toEqual(whole)
    }
  })

  test("is of one kind when one is asked for", async () => {
    expect((await read({ kind: "arr", before: null })).map(({ facts }) => facts.kind)).toEqual(["arr", "arr"])
    expect(await read({ kind: "health", before: null })).toEqual([])
  })

  test("is cut to the days of a period, both included", async () => {
    const cut = (from: string, to: string) =>
      inWorkspace(home.caller, (tx) =>
        timelineEntries(tx, home.caller, { accountId, query: all, days: { from, to }, today, limit: 31 }),
      )
    const days = async (from: string, to: string) =>
      (await cut(from, to)).map(({ wall }) => wall.slice(0, 10))
    const whole = (await read(all)).map(({ wall }) => wall.slice(0, 10))
    expect(await days("2026-10-01", "2026-11-02")).toEqual(
      whole.filter((day) => day >= "2026-10-01" && day <= "2026-11-02"),
    )
    expect(await days("2026-10-01", "2026-10-01")).toEqual(["2026-10-01", "2026-10-01"])
    expect(await days("2025-01-01", "2025-02-01")).toEqual([])
  })

  test("a change of owner is told with both names, and so is taking it back", async () => {
    const [ann, bo] = [crypto.randomUUID(), crypto.randomUUID()]
    for (const [id, name] of [
      [ann, "Ann"],
      [bo, "Bo"],
    ] as const)
      await owner`insert into person (workspace_id, id, external_id, name, position, job_function)
        values (${home.workspaceId}, ${id}, ${id}, ${name}, 'Customer Success Manager', 'cs')`
    const assign = (ownerId: string, accountIds: string[]) =>
      inWorkspace(home.caller, (tx) => assignOwner(tx, home.caller, { chosen: { accountIds }, ownerId }))
    await assign(ann, [accountId])
    const second = await assign(bo, [accountId, otherId])
    if (!second.ok || second.value.eventId === null) throw new Error("not assigned")
    const { eventId } = second.value
    await inWorkspace(home.caller, (tx) => undoOwners(tx, home.caller, { eventId }))
    const told = (await read({ kind: "owner", before: null })).map(({ facts }) => facts)
    const names = told.map((facts) => (facts.kind === "owner" ? [facts.before, facts.after] : []))
    expect(names).toHaveLength(3)
    expect(names).toEqual(
      expect.arrayContaining([
        [null, "Ann"],
        ["Ann", "Bo"],
        ["Bo", "Ann"],
      ]),
    )
  })

  test("is nothing for another workspace", async () => {
    const other = await testWorkspace()
    expect(await read(all, 31, other.caller)).toEqual([])
  })
})
