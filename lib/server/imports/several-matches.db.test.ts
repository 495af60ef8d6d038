import { expect, test } from "vitest"
import { tableHashes } from "#db/testing/import-world.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { check, load } from "./testing/load.ts"
import { writeImport } from "./write-import.ts"

testDatabase()
process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")

const cases: [ImportKind, string, string][] = [
  [
    "contracts",
    "contract id,account,start,end\nk1,C-1,2026-01-01,2026-12-31\nk2,C-1,2026-01-01,2027-12-31\n",
    "account,start,end\nC-1,2026-01-01,2028-12-31\n",
  ],
  [
    "contacts",
    "contact id,account,name,email\nk1,C-1,Zoe Ost,z1@acme.com\nk2,C-1,Zoe Ost,z2@acme.com\n",
    "account,name,title\nC-1,zoe ost,CFO\n",
  ],
  [
    "touchpoints",
    "touchpoint id,account,happened at,type\nt1,C-1,2026-11-01T10:00:00Z,call\nt2,C-1,2026-11-01T10:00:00Z,call\n",
    "account,happened at,type,note\nC-1,2026-11-01T10:00:00Z,call,Hello\n",
  ],
]

test.each(cases)("%s that could mean several stored ones stop the import", async (kind, stored, text) => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "accounts", text: "customer_id,Company\nC-1,Acme\n" })
  const { runId } = await check(caller, { kind, text })
  await load(caller, { kind, text: stored })
  const before = await tableHashes(caller)
  const seen = await check(caller, { kind, text })
  expect(seen.check.isWritable).toBe(false)
  expect(seen.check.problems).toMatchObject([
    { kind: "ambiguous_row", count: 1, repairs: [{ repair: { do: "reject" } }] },
  ])
  expect(await writeImport(caller, runId)).toMatchObject({ created: 0, updated: 0, rejected: 1 })
  expect(await tableHashes(caller)).toEqual(before)
})
