import { expect, test } from "vitest"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import type { AuditQuery } from "#lib/audit/audit-query.ts"
import { writeAccounts } from "../commands/accounts.ts"
import { record } from "../commands/record.ts"
import { inWorkspace } from "../in-workspace.ts"
import { testDatabase, testWorkspace } from "../testing/workspace.ts"
import { auditCount, auditRows } from "./audit.ts"

testDatabase()

async function arranged() {
  const { caller } = await testWorkspace()
  const accounts = [accountFields.parse({ externalId: "n", name: "North 100%" })]
  const { ids } = await inWorkspace(caller, (tx) => writeAccounts(tx, caller, { accounts }))
  const job: Caller = { ...caller, actor: { ...caller.actor, name: "Nightly job", via: "job" } }
  for (let count = 1; count <= 3; count++)
    await inWorkspace(job, (tx) =>
      record(tx, job, { type: "people.written", caseType: "test", caseId: "1", payload: { count } }),
    )
  return { caller, accountId: ids.get("n") }
}

const read = (caller: Caller, query: AuditQuery, limit = 50) =>
  inWorkspace(caller, (tx) => auditRows(tx, caller, { query, timeZone: "Europe/Berlin", limit }))
const count = (caller: Caller, query: AuditQuery) =>
  inWorkspace(caller, (tx) => auditCount(tx, caller, { query, timeZone: "Europe/Berlin" }))

test("pages of the log hold every fact once, newest first", async () => {
  const { caller } = await arranged()
  const seen: unknown[] = []
  for (let before: string | undefined; ; ) {
    const { rows, next } = await read(caller, before ? { before } : {}, 1)
    seen.push(...rows.map(({ type, payload }) => [type, (payload as { count?: number }).count]))
    if (next === null) break
    before = next
  }
  expect(seen.slice(0, 3)).toEqual([3, 2, 1].map((number) => ["people.written", number]))
  expect(seen).toHaveLength(await count(caller, {}))
})

test("each filter leaves what it names", async () => {
  const { caller } = await arranged()
  const all = await count(caller, {})
  expect(await count(caller, { who: "nightly" })).toBe(3)
  expect(await count(caller, { who: "%" })).toBe(0)
  expect(await count(caller, { via: "job" })).toBe(3)
  expect(await count(caller, { what: "people.written" })).toBe(3)
  expect(await count(caller, { account: "100%" })).toBe(all - 3)
  expect(await count(caller, { account: "south" })).toBe(0)
  expect(await count(caller, { from: "2020-01-01", to: "2090-01-01" })).toBe(all)
  expect(await count(caller, { to: "2020-01-01" })).toBe(0)
  expect(await count(caller, { from: "2090-01-01" })).toBe(0)
})

test("another workspace sees none of it", async () => {
  const { caller } = await arranged()
  const other = (await testWorkspace()).caller
  expect((await read(other, { who: "nightly" })).rows).toEqual([])
  expect(await count(caller, { who: "nightly" })).toBe(3)
})
