import { expect, test } from "vitest"
import { tableHashes } from "#db/testing/import-world.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import { check, load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"

process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")

const { owner } = testDatabase()
const people = (text: string) => ({ kind: "people", text }) as const
const accounts = (text: string) => ({ kind: "accounts", text }) as const

async function persons({ workspaceId }: Caller) {
  const rows = await owner`select p.external_id as id, p.name, m.external_id as manager from person p
    left join person m on m.workspace_id = p.workspace_id and m.id = p.manager_id
    where p.workspace_id = ${workspaceId} order by 1`
  return [...rows]
}

async function owners({ workspaceId }: Caller) {
  const rows = await owner`select a.external_id as id, p.external_id as owner from account a
    left join person p on p.workspace_id = a.workspace_id and p.id = a.owner_id
    where a.workspace_id = ${workspaceId} order by 1`
  return [...rows]
}

const book = accounts("customer_id,Company,CSM\nC-1,Acme,Ann Lee\nC-2,Beta,Bo Ek\n")
const created = { repairs: [{ do: "create" as const, problem: "unknown_owner", column: 2 }] }

test("people made from their names get the ids of a later file, and own what they owned", async () => {
  const { caller } = await testWorkspace()
  await load(caller, book, created)
  const before = await tableHashes(caller)
  const file = people(
    "person id,name,position,manager\np1,ann lee,CSM,p2\np2,Bo Ek,Lead,\np3,Cy Or,CSM,Ann Lee\n",
  )
  const { runId, check: seen, outcome } = await load(caller, file)
  expect(seen.counts).toMatchObject({ create: 1, update: 2, skip: 0, reject: 0 })
  expect(seen.warnings).toMatchObject([{ kind: "adopted_person", count: 2 }])
  expect(outcome).toMatchObject({ created: 1, updated: 2 })
  expect(await persons(caller)).toEqual([
    { id: "p1", name: "ann lee", manager: "p2" },
    { id: "p2", name: "Bo Ek", manager: null },
    { id: "p3", name: "Cy Or", manager: "p1" },
  ])
  expect((await check(caller, file)).check).toMatchObject({ warnings: [], counts: { update: 0, skip: 3 } })
  expect((await check(caller, book)).check).toMatchObject({ warnings: [], counts: { update: 0, skip: 2 } })
  await undoImport(caller, runId)
  expect(await tableHashes(caller)).toEqual(before)
})

test("others of the same name are others, and one person is not taken for two rows", async () => {
  const { caller } = await testWorkspace()
  await load(caller, book, created)
  const file = people("person id,name\np1,Ann Lee\np2,Ann Lee\n")
  const seen = await check(caller, file)
  expect(seen.check.problems).toMatchObject([{ kind: "ambiguous_person", count: 1 }])
  expect(seen.check.problems[0]?.repairs.map(({ repair }) => repair.do)).toEqual(["reject", "create"])
  await load(caller, file, { repairs: [{ do: "create", problem: "ambiguous_person", column: 1 }] })
  expect((await load(caller, people("person id,name\np9,Ann Lee\n"))).outcome).toMatchObject({ created: 1 })
  expect((await persons(caller)).map(({ id }) => id)).toEqual(["Bo Ek", "p1", "p2", "p9"])
})

test("an owner is found when writing as when checking: by id before name", async () => {
  const { caller } = await testWorkspace()
  await load(caller, people("person id,name\nann,Bo Ek\np2,Ann\n"))
  const { check: seen } = await load(caller, accounts("customer_id,Company,CSM\nC-1,Acme,Ann\n"))
  expect(seen.warnings).toEqual([])
  expect(await owners(caller)).toEqual([{ id: "C-1", owner: "ann" }])
})

test("overwriting keeps whom a name that is nobody's would take the place of", async () => {
  const { caller } = await testWorkspace()
  await load(caller, people("person id,name,manager\np1,Ann Lee,\np2,Bo Ek,p1\n"))
  await load(caller, accounts("customer_id,Company\nC-1,Acme\n"))
  const contacts = (by: string) =>
    ({ kind: "contacts", text: `contact id,account,name,relationship owner\nk1,C-1,Zoe,${by}\n` }) as const
  const touchpoints = (by: string) =>
    ({
      kind: "touchpoints",
      text: `touchpoint id,account,happened at,type,person\nt1,C-1,2026-11-01T10:00:00Z,call,${by}\n`,
    }) as const
  await load(caller, contacts("Ann Lee"))
  await load(caller, touchpoints("Ann Lee"))
  const before = await tableHashes(caller)
  const overwrite = { conflict: "overwrite" as const }
  const seen = await load(caller, people("person id,name,manager\np2,Bo Ek,Nobody\n"), overwrite)
  expect(seen.check.warnings).toMatchObject([
    { kind: "unknown_manager", count: 1, values: [{ found: "Nobody" }] },
  ])
  await load(caller, contacts("Nobody"), overwrite)
  await load(caller, touchpoints("Nobody"), overwrite)
  expect(await tableHashes(caller)).toEqual(before)
})

test("a cost of an hour that holds already makes no new rate on a later day", async () => {
  const { caller } = await testWorkspace()
  const file = (cost: number) => people(`person id,name,hourly cost\np1,Ann Lee,${cost}\n`)
  await load(caller, file(50), { day: "2026-11-10" })
  const again = await load(caller, file(50), { day: "2026-11-12" })
  expect(again.outcome).toMatchObject({ updated: 0, skipped: 1 })
  await load(caller, file(60), { day: "2026-11-14" })
  const rates = await owner`select valid_from::text as day, hourly_cents::integer as cents from cost_rate
    where workspace_id = ${caller.workspaceId} order by 1`
  expect([...rates]).toEqual([
    { day: "2026-11-10", cents: 5_000 },
    { day: "2026-11-14", cents: 6_000 },
  ])
})
