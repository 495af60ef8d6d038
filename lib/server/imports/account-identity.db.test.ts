import { expect, test } from "vitest"
import { tableHashes } from "#db/testing/import-world.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import { check, load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"

const { owner } = testDatabase()
const accounts = (text: string) => ({ kind: "accounts", text }) as const

async function stored({ workspaceId }: Caller) {
  const rows = await owner`select external_id as id, name, domain, region from account
    where workspace_id = ${workspaceId} order by name, external_id`
  return [...rows]
}

test("a later file with ids finds accounts by domain, then by name, and gives them the ids", async () => {
  const { caller } = await testWorkspace()
  const first = "Company,Domain,ARR,Contract end\nAcme,acme.com,100,2027-01-31\nBeta,,200,2027-02-28\n"
  await load(caller, accounts(first))
  const before = await tableHashes(caller)
  const file = accounts(
    "customer_id,Company,Domain,Region,ARR,Contract end\n" +
      "C-1,Acme Ltd,www.acme.com,EU,100,2027-01-31\nC-2,BETA,beta.io,US,200,2027-02-28\nC-3,New,,US,,\n",
  )
  const { runId, check: seen, outcome } = await load(caller, file)
  expect(seen.counts).toMatchObject({ create: 1, update: 2, skip: 0, reject: 0 })
  expect(seen.warnings).toMatchObject([
    { kind: "adopted_account", samples: [{ found: "acme.com gets the id C-1" }] },
    { kind: "adopted_account", samples: [{ found: "BETA gets the id C-2" }] },
  ])
  expect(seen.sample[0]?.changes).toContainEqual({ field: "External id", before: "acme.com", after: "C-1" })
  expect(outcome).toMatchObject({ created: 1, updated: 2, rejected: 0 })
  expect(await stored(caller)).toEqual([
    { id: "C-1", name: "Acme Ltd", domain: "acme.com", region: "EU" },
    { id: "C-2", name: "BETA", domain: "beta.io", region: "US" },
    { id: "C-3", name: "New", domain: null, region: "US" },
  ])
  const contracts =
    await owner`select external_id as id from contract where workspace_id = ${caller.workspaceId}
    order by 1`
  expect([...contracts]).toEqual([{ id: "account:C-1" }, { id: "account:C-2" }])
  const again = await check(caller, file)
  expect(again.check).toMatchObject({ warnings: [], counts: { create: 0, update: 0, skip: 3 } })
  await undoImport(caller, runId)
  expect(await tableHashes(caller)).toEqual(before)
})

test("an account that only gets its id counts as changed", async () => {
  const { caller } = await testWorkspace()
  await load(caller, accounts("Company,Region\nAcme,EU\n"))
  const { check: seen, outcome } = await load(caller, accounts("customer_id,Company,Region\nC-1,Acme,EU\n"))
  expect(seen.counts).toMatchObject({ create: 0, update: 1, skip: 0 })
  expect(outcome).toMatchObject({ created: 0, updated: 1, skipped: 0 })
})

test("without an id an unknown domain falls back to the name, unless that has another domain", async () => {
  const { caller } = await testWorkspace()
  await load(caller, accounts("customer_id,Company,Domain\nC-1,Acme,\nC-2,Beta,beta.com\n"))
  const seen = await check(caller, accounts("Company,Domain\nAcme,acme.com\nBeta,beta.de\n"))
  expect(seen.check.problems).toMatchObject([
    { kind: "contested_account", values: [{ found: "Beta" }], column: "Company" },
  ])
  await load(caller, accounts("Company,Domain\nAcme,acme.com\n"))
  expect(await stored(caller)).toMatchObject([
    { id: "C-1", domain: "acme.com" },
    { id: "C-2", domain: "beta.com" },
  ])
})

test("an account of another id stops the import until somebody says what it is", async () => {
  const { caller } = await testWorkspace()
  await load(caller, accounts("customer_id,Company,Region\nC-1,Acme,EU\n"))
  const before = await tableHashes(caller)
  const file = accounts("customer_id,Company,Region\nX-9,Acme,US\n")
  const seen = await check(caller, file)
  expect(seen.check.isWritable).toBe(false)
  const [problem] = seen.check.problems
  expect(problem?.fix).toContain("“Acme” may be C-1")
  expect(problem?.repairs.map(({ repair }) => repair.do)).toEqual(["reject", "create", "adopt"])
  const as = (what: string) => {
    const found = problem?.repairs.find(({ repair }) => repair.do === what)
    return { repairs: found ? [found.repair] : [] }
  }
  const created = await load(caller, file, as("create"))
  expect(created.outcome).toMatchObject({ created: 1, updated: 0 })
  await undoImport(caller, created.runId)
  const adopted = await load(caller, file, as("adopt"))
  expect(adopted.outcome).toMatchObject({ created: 0, updated: 1 })
  expect(await stored(caller)).toMatchObject([{ id: "X-9", name: "Acme", region: "US" }])
  expect((await check(caller, file)).check.counts).toMatchObject({ create: 0, update: 0, skip: 1 })
  await undoImport(caller, adopted.runId)
  expect(await tableHashes(caller)).toEqual(before)
})

test("one account is not taken for two rows, and namesakes of one file are all made", async () => {
  const { caller } = await testWorkspace()
  await load(caller, accounts("Company,Region\nAcme,EU\n"))
  const file = accounts("customer_id,Company\nC-1,Acme\nC-2,Acme\n")
  const seen = await check(caller, file)
  expect(seen.check.problems).toMatchObject([{ kind: "ambiguous_account", count: 1 }])
  const many = Array.from({ length: 1_200 }, (_, at) => `G-${at},Gamma,EU`).join("\n")
  const { outcome } = await load(caller, accounts(`customer_id,Company,Region\n${many}\n`))
  expect(outcome).toMatchObject({ created: 1_200, rejected: 0 })
})

test("rows that exist are left alone: they get no id either", async () => {
  const { caller } = await testWorkspace()
  await load(caller, accounts("Company,Region\nAcme,EU\n"))
  const before = await tableHashes(caller)
  const { outcome } = await load(caller, accounts("customer_id,Company,Region\nC-1,Acme,US\n"), {
    conflict: "skip",
  })
  expect(outcome).toMatchObject({ created: 0, updated: 0, skipped: 1 })
  expect(await tableHashes(caller)).toEqual(before)
})
