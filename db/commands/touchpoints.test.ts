import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import { inWorkspace } from "../in-workspace.ts"
import { touchpointsOf } from "../queries/account-detail.ts"
import { type TestWorkspace, testWorkspace } from "../testing/workspace.ts"
import { writeAccounts } from "./accounts.ts"
import { recordTouchpoints, type TouchpointDraft } from "./touchpoints.ts"

let home: TestWorkspace
let accountId: string
beforeAll(async () => {
  home = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "1", name: "One" })]
  const written = await inWorkspace(home.caller, (tx) => writeAccounts(tx, home.caller, { accounts }))
  accountId = written.ids.get("1")!
})

const call = (fields: Partial<TouchpointDraft> = {}): TouchpointDraft => ({
  externalId: "1-T1",
  accountId,
  type: "call",
  happenedAt: new Date("2026-11-10T09:15:00Z"),
  personExternalId: "nobody",
  contactExternalIds: ["nobody either"],
  note: "Asked about seats.",
  nextPlannedOn: "2026-11-24",
  ...fields,
})

const write = (caller: Caller, touchpoints: readonly TouchpointDraft[]) =>
  inWorkspace(caller, (tx) => recordTouchpoints(tx, caller, { touchpoints }))
const read = (caller: Caller) => inWorkspace(caller, (tx) => touchpointsOf(tx, caller, accountId))

test("a touchpoint is recorded once, and corrected when it differs", async () => {
  expect(await write(home.caller, [call()])).toMatchObject({ written: 1, unknown: 0 })
  expect(await write(home.caller, [call()])).toMatchObject({ written: 0, unknown: 0 })
  expect(await write(home.caller, [call({ nextPlannedOn: null })])).toMatchObject({ written: 1, unknown: 0 })
  expect(await read(home.caller)).toMatchObject([
    { type: "call", note: "Asked about seats.", nextPlannedOn: null, personName: null },
  ])
  const events = await inWorkspace(home.caller, (tx) =>
    tx.execute<{ payload: unknown }>(sql`select payload from event where type = 'touchpoints.recorded'`),
  )
  expect(events.map(({ payload }) => payload)).toEqual([
    { count: 1, accountIds: [accountId] },
    { count: 1, accountIds: [accountId] },
  ])
})

test("a viewer may not record, and another workspace neither sees nor reaches the account", async () => {
  await expect(write(home.as("viewer"), [call({ externalId: "2" })])).rejects.toMatchObject({
    code: "forbidden",
  })
  const other = await testWorkspace()
  expect(await read(other.caller)).toEqual([])
  expect(await write(other.caller, [call({ externalId: "2" })])).toMatchObject({ written: 0, unknown: 1 })
  expect(await read(home.caller)).toHaveLength(1)
})

test("a touchpoint that is given twice is refused with words", async () => {
  const touchpoints = [call({ externalId: "1-T9" }), call({ externalId: "1-T9", note: null })]
  await expect(
    inWorkspace(home.caller, (tx) => recordTouchpoints(tx, home.caller, { touchpoints })),
  ).rejects.toMatchObject({ code: "invalid_input" })
})
