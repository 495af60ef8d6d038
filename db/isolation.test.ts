import { randomUUID } from "node:crypto"
import type { ISql } from "postgres"
import { expect, inject, test } from "vitest"
import { newId } from "#lib/platform/new-id.ts"
import { record } from "./commands/record.ts"
import { inWorkspace } from "./in-workspace.ts"
import { assertReady, roleFacts } from "./queries/readiness.ts"
import { testDatabase, testWorkspace } from "./testing/workspace.ts"
import { databaseErrorCode } from "./unavailable.ts"

type Table = {
  name: string
  isPartition: boolean
  isTenant: boolean
  hasRowSecurity: boolean
  policies: string[]
  grants: string[]
  owner: string
}

const closedTables = ["installation", "login", "login_attempt", "session"]
const { pool, owner } = testDatabase()
const appRole = new URL(inject("appUrl")).username

async function tablesSeenBy(on: ISql): Promise<Table[]> {
  const rows = await on<Table[]>`
    select c.relname as name, c.relispartition as "isPartition", c.relrowsecurity as "hasRowSecurity",
      pg_get_userbyid(c.relowner) as owner,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as "isTenant",
      array(select pg_get_expr(p.polqual, p.polrelid) || coalesce(' / ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
        from pg_policy p where p.polrelid = c.oid) as policies,
      array(select wanted from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
        as wanted where has_table_privilege(${appRole}, c.oid, wanted)) as grants
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`
  return [...rows]
}

const tables = await tablesSeenBy(owner)
const namesOf = (rows: readonly Table[]) => rows.map(({ name }) => name)
const parents = tables.filter(({ isPartition }) => !isPartition)
const open = parents.filter(({ name }) => !closedTables.includes(name))

const lackingIsolation = (rows: readonly Table[]) =>
  namesOf(
    rows.filter(
      ({ hasRowSecurity, policies }) =>
        !hasRowSecurity || policies.length !== 1 || !policies[0]?.includes("csops_workspace()"),
    ),
  )

/** Carries what was found out of a transaction that must leave no trace. */
class Planted extends Error {
  readonly lacking: readonly string[]
  constructor(lacking: readonly string[]) {
    super("rolled back")
    this.lacking = lacking
  }
}

/** The SQLSTATE with which the app role is refused; "allowed" when it is not. */
async function answerTo(statement: string): Promise<string> {
  try {
    await pool.sql.begin(async (tx) => {
      await tx.unsafe(statement)
      throw new Error("allowed")
    })
    return "allowed"
  } catch (error) {
    return databaseErrorCode(error) ?? (error as Error).message
  }
}

test("the catalogue is read: tenant tables, partitions and the closed tables are there", () => {
  expect(open.length).toBeGreaterThanOrEqual(25)
  expect(tables.filter(({ isPartition }) => isPartition).length).toBeGreaterThanOrEqual(40)
  expect(namesOf(parents)).toEqual(expect.arrayContaining(closedTables))
})

test("every table that the app role can touch has row-level security with one policy on the workspace", () => {
  expect(lackingIsolation(open)).toEqual([])
})

test("a new table without a policy would be found", async () => {
  const found = await owner
    .begin(async (tx) => {
      await tx`create table planted (workspace_id uuid not null)`
      throw new Planted(lackingIsolation(await tablesSeenBy(tx)))
    })
    .catch((error: unknown) => (error instanceof Planted ? error.lacking : error))
  expect(found).toEqual(expect.arrayContaining(["planted"]))
})

test("every table is a tenant table, the list of workspaces, or closed to the app role", () => {
  const other = parents.filter(({ name, isTenant }) => !isTenant && !closedTables.includes(name))
  expect(namesOf(other)).toEqual(["workspace"])
})

test("the app role owns nothing and cannot empty, refer to or hook into any table", async () => {
  const { isSuperuser, bypassesRls, ownsTables } = await roleFacts(pool.db)
  expect({ isSuperuser, bypassesRls, ownsTables }).toEqual({
    isSuperuser: false,
    bypassesRls: false,
    ownsTables: false,
  })
  const mighty = tables.filter(({ grants }) =>
    ["TRUNCATE", "REFERENCES", "TRIGGER"].some((right) => grants.includes(right)),
  )
  expect(namesOf(mighty)).toEqual([])
  expect(namesOf(tables.filter((table) => table.owner === appRole))).toEqual([])
})

test("partitions carry no grant, and each refuses to be read directly", async () => {
  const partitions = tables.filter(({ isPartition }) => isPartition)
  expect(namesOf(partitions.filter(({ grants }) => grants.length > 0))).toEqual([])
  for (const { name } of partitions) expect(await answerTo(`select 1 from "${name}"`), name).toBe("42501")
})

test.each(closedTables)("the app role can neither read nor write %s", async (name) => {
  expect(tables.find((table) => table.name === name)?.grants).toEqual([])
  for (const statement of [`select 1 from "${name}"`, `delete from "${name}"`, `truncate "${name}"`])
    expect(await answerTo(statement), statement).toBe("42501")
})

test("an event can be added and read, never changed or removed", async () => {
  expect(tables.find(({ name }) => name === "event")?.grants).toEqual(["SELECT", "INSERT"])
  for (const statement of ["update event set type = 'x'", "delete from event", "truncate event"])
    expect(await answerTo(statement), statement).toBe("42501")
})

test("even the owner cannot change or remove an event", async () => {
  const { caller } = await testWorkspace()
  await inWorkspace(caller, (tx) =>
    record(tx, caller, { type: "people.written", caseType: "test", caseId: "1", payload: { count: 1 } }),
  )
  const change = owner`update event set type = 'x' where workspace_id = ${caller.workspaceId}`
  await expect(change).rejects.toMatchObject({ code: "42501" })
  const removal = owner`delete from event where workspace_id = ${caller.workspaceId}`
  await expect(removal).rejects.toMatchObject({ code: "42501" })
})

test("without a workspace, or in an unknown one, not a row of any table is seen", async () => {
  const { caller } = await testWorkspace()
  await inWorkspace(caller, (tx) =>
    record(tx, caller, { type: "people.written", caseType: "test", caseId: "1", payload: { count: 1 } }),
  )
  const seen: string[] = []
  for (const { name } of open)
    for (const workspace of ["", randomUUID()]) {
      const [row] = await pool.sql.begin(async (tx) => {
        await tx`select set_config('csops.workspace_id', ${workspace}, true)`
        return tx.unsafe(`select exists (select 1 from "${name}") as there`)
      })
      if (row?.there) seen.push(name)
    }
  expect(seen).toEqual([])
  const [own] = await inWorkspace(caller, (tx) => tx.execute("select count(*)::int as count from event"))
  expect(own).toEqual({ count: 1 })
})

test("a row cannot be put into another workspace", async () => {
  const [here, there] = [await testWorkspace(), await testWorkspace()]
  const insertion = inWorkspace(here.caller, (tx) =>
    record(
      tx,
      { ...here.caller, workspaceId: there.workspaceId },
      {
        type: "people.written",
        caseType: "test",
        caseId: newId(),
        payload: { count: 1 },
      },
    ),
  )
  expect(databaseErrorCode(await insertion.catch((error: unknown) => error))).toBe("42501")
})

test("functions that run as their owner pin their search path", async () => {
  await assertReady(pool.db)
  const loose = await owner<{ name: string }[]>`
    select proname as name from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig, '{}') @> array['search_path=public, pg_temp']`
  expect(namesOf(loose as unknown as Table[])).toEqual([])
})
