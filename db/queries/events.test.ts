import { expect, test } from "vitest"
import { newId } from "#lib/platform/new-id.ts"
import { inWorkspace } from "../in-workspace.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { eventsAfter } from "./events.ts"

const positions = [
  [8n, 1_000_001n],
  [9n, 1_000_000n],
  [10n, 1_000_009n],
  [10n, 1_000_010n],
  [99n, 1_000_002n],
  [100n, 1_000_003n],
] as const

test("events are read in the order of numbers, not of their texts, and page by page", async () => {
  const { owner } = testDatabase()
  const { caller } = await testWorkspace()
  for (const [xid, seq] of positions.toReversed())
    await owner`
      insert into event (workspace_id, id, seq, xid, business_at, type, actor_name, via, case_type, case_id, payload)
      overriding system value values (${caller.workspaceId}, ${newId()}, ${String(seq)}, ${String(xid)}::xid8, now(),
        'people.written', 'Test', 'job', 'test', 'test', '{"count":1}')`
  const told: (readonly [bigint, bigint])[] = []
  let after = { epoch: "00000000", xid: 0n, seq: 0n }
  for (;;) {
    const { events } = await inWorkspace(caller, (tx) => eventsAfter(tx, caller, { after, limit: 2 }))
    const last = events.at(-1)
    if (!last) break
    told.push(...events.map(({ cursor }) => [cursor.xid, cursor.seq] as const))
    after = last.cursor
  }
  expect(told).toEqual(positions)
})
