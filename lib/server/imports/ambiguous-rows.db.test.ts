import { expect, test } from "vitest"
import { tableHashes } from "#db/testing/import-world.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { check, load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"
import { writeImport } from "./write-import.ts"

testDatabase()

test("rows that could mean several accounts are left out, and no account is made of them", async () => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "accounts", text: "customer_id,Company,Region\nC-1,Gamma,EU\nC-2,Gamma,EU\n" })
  const before = await tableHashes(caller)
  const file = { kind: "accounts", text: "Company,Region\nGamma,US\nDelta,US\n" } as const
  const seen = await check(caller, file)
  expect(seen.check.problems).toMatchObject([
    { kind: "ambiguous_account", values: [{ found: "Gamma" }], repairs: [{ repair: { do: "reject" } }] },
  ])
  const {
    runId,
    outcome,
    check: left,
  } = await load(caller, file, {
    repairs: [{ do: "reject", problem: "ambiguous_account", column: 0 }],
  })
  expect(left.counts).toMatchObject({ create: 1, update: 0, reject: 1 })
  expect(outcome).toMatchObject({ created: 1, updated: 0, rejected: 1 })
  await undoImport(caller, runId)
  expect(await tableHashes(caller)).toEqual(before)
})

test("two of one name that came between the check and the write are left out as well", async () => {
  const { caller } = await testWorkspace()
  const { runId } = await check(caller, { kind: "accounts", text: "Company,Region\nGamma,US\n" })
  await load(caller, { kind: "accounts", text: "customer_id,Company\nC-1,Gamma\nC-2,Gamma\n" })
  expect(await writeImport(caller, runId)).toMatchObject({ created: 0, rejected: 1 })
})

test("rows that could mean several people are left out, and nobody is made of them", async () => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "people", text: "id,name,position\np1,Ann Lee,CSM\np2,Ann Lee,Lead\n" })
  const before = await tableHashes(caller)
  const file = { kind: "people", text: "name,position\nAnn Lee,Director\nBo Ek,Lead\n" } as const
  const seen = await check(caller, file)
  expect(seen.check.problems).toMatchObject([{ kind: "ambiguous_person", count: 1 }])
  const [problem] = seen.check.problems
  const repairs = problem?.repairs.map(({ repair }) => repair) ?? []
  const { runId, outcome } = await load(caller, file, { repairs })
  expect(outcome).toMatchObject({ created: 1, updated: 0, rejected: 1 })
  await undoImport(caller, runId)
  expect(await tableHashes(caller)).toEqual(before)
})

test("readings of an ambiguous account may be read as of one of those it could mean", async () => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "accounts", text: "customer_id,Company\nC-1,Gamma\nC-2,Gamma\n" })
  const file = { kind: "signals", text: "account,measure,day,value\nGamma,Logins,2026-11-01,5\n" } as const
  const seen = await check(caller, file)
  const [problem] = seen.check.problems
  expect(problem?.fix).toContain("“Gamma” may be C-1 or C-2")
  const asSecond = problem?.repairs.find(({ repair }) => repair.do === "replace" && repair.to === "C-2")
  expect(asSecond?.label).toBe("Read “Gamma” as C-2")
  const { outcome } = await load(caller, file, { repairs: asSecond ? [asSecond.repair] : [] })
  expect(outcome).toMatchObject({ created: 1, rejected: 0 })
})
