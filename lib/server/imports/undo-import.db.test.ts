import { expect, test } from "vitest"
import { receiveSignals } from "#db/commands/signals.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun, importRuns } from "#db/queries/imports.ts"
import { tableHashes } from "#db/testing/import-world.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { discardImport } from "./discard-import.ts"
import { rejectedRowsCsv } from "./rejected-rows.ts"
import { check, load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"

const { owner } = testDatabase()
const accounts = "customer_id,name,NPS\n1,Acme,9\n2,Beta,4\n"

test("what somebody changed after the import stays as it is and is counted", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const second = await load(caller, {
    kind: "accounts",
    text: "customer_id,name,NPS\n1,Acme Ltd,8\n2,Beta Ltd,5\n3,Gamma,6\n",
  })
  await owner`update account set name = 'Mine', version = version + 1 where workspace_id = ${workspaceId} and external_id = '1'`
  const { takenBack, leftAlone } = await undoImport(caller, second.runId)
  expect({ takenBack, leftAlone }).toEqual({ takenBack: 5, leftAlone: 1 })
  const rows =
    await owner`select external_id, name from account where workspace_id = ${workspaceId} order by 1`
  expect([...rows]).toEqual([
    { external_id: "1", name: "Mine" },
    { external_id: "2", name: "Beta" },
  ])
})

test("readings that another import wrote since stay, and a measure that it uses stays with them", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const readings = (value: number) =>
    `account,measure,day,value\n1,Logins,2026-11-01,${value}\n2,Logins,2026-11-01,${value}\n`
  const first = await load(caller, { kind: "signals", text: readings(1) })
  await load(caller, { kind: "signals", text: readings(2).replace(/2,Logins.*\n/, "") })
  const { takenBack, leftAlone } = await undoImport(caller, first.runId)
  expect(takenBack).toBe(1)
  expect(leftAlone).toBe(2)
  const rows = await owner`
    select a.external_id, s.value from signal s join account a on a.id = s.account_id
    join measure m on m.workspace_id = s.workspace_id and m.id = s.measure_id
    where s.workspace_id = ${workspaceId} and m.label = 'Logins'`
  expect([...rows]).toEqual([{ external_id: "1", value: 2 }])
})

test("two imports undone newest first leave what was there before both", async () => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const before = await tableHashes(caller)
  const runs = [
    await load(caller, { kind: "accounts", text: accounts.replace("Acme", "Acme Ltd").replace(",9", ",7") }),
    await load(caller, { kind: "accounts", text: accounts.replace("Acme", "ACME").replace(",9", ",") }),
  ]
  for (const { runId } of runs.toReversed()) expect((await undoImport(caller, runId)).leftAlone).toBe(0)
  expect(await tableHashes(caller)).toEqual(before)
})

test("accounts whose readings come back are marked to be scored anew; a day later nothing is undone", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const { runId } = await load(caller, { kind: "accounts", text: accounts.replace(",9", ",1") })
  await owner`delete from rescore_due where workspace_id = ${workspaceId}`
  await undoImport(caller, runId)
  const due = await owner`select a.external_id from rescore_due d join account a on a.id = d.account_id
    where d.workspace_id = ${workspaceId}`
  expect(due.map(({ external_id }) => external_id)).toContain("1")
  const late = await load(caller, { kind: "accounts", text: accounts.replace(",9", ",2") })
  await owner`update sync_run set undo_until = now() - interval '1 second' where id = ${late.runId}`
  await expect(undoImport(caller, late.runId)).rejects.toMatchObject({ code: "conflict" })
  const viewer = (await testWorkspace()).as("viewer")
  await expect(undoImport(viewer, late.runId)).rejects.toMatchObject({ code: "forbidden" })
})

test("rejected rows come back with their reason, and nothing in them is taken for a formula", async () => {
  const { caller } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const text =
    "account,measure,day,value\n1,Logins,2026-11-01,5\n=1+1,Logins,2026-11-01,6\nnobody,Logins,2026-11-01,7\n"
  const { runId, outcome } = await load(
    caller,
    { kind: "signals", text },
    { repairs: [{ do: "reject", problem: "unknown_account", column: 0 }] },
  )
  expect(outcome).toMatchObject({ created: 1, rejected: 2 })
  let csv = ""
  for await (const piece of rejectedRowsCsv(caller, runId)) csv += piece
  const [header, ...rows] = csv.trimEnd().split("\r\n")
  expect(header).toBe("\ufeffaccount,measure,day,value,Problem,Fix")
  expect(rows[0]).toMatch(/^'=1\+1,Logins,2026-11-01,6,"No account has this/)
  expect(rows[1]).toMatch(/^nobody,/)
})

test("a reading that was replaced by hand after the import keeps the hand's value", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const { runId } = await load(caller, { kind: "accounts", text: accounts.replace(",9", ",3") })
  const [stored] = await owner<{ account_id: string; measure_id: number; source_id: number; day: string }[]>`
    select account_id, measure_id, source_id, day::text from signal where workspace_id = ${workspaceId} and value = 3`
  if (!stored) throw new Error("no reading of 3")
  await inWorkspace(caller, (tx) =>
    receiveSignals(tx, caller, {
      source: { id: stored.source_id, key: "csv" },
      signals: {
        accountIds: [stored.account_id],
        measureIds: [stored.measure_id],
        days: [stored.day],
        values: [6],
        texts: [null],
      },
    }),
  )
  expect(await undoImport(caller, runId)).toMatchObject({ leftAlone: 1 })
  const rows = await owner`select value from signal where workspace_id = ${workspaceId} order by value`
  expect(rows.map(({ value }) => value)).toEqual([4, 6])
})

test("the source says again what it said before, whichever of two imports is undone first", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts, sourceKey: "book" })
  const source = async () => {
    const [row] = await owner<{ complete_to: string | null; last_error: string | null }[]>`
      select complete_to::text, last_error from source where workspace_id = ${workspaceId} and key = 'csv'`
    return row
  }
  const reading = (day: string) =>
    load(caller, { kind: "signals", text: `account,measure,day,value\n1,Logins,${day},5\n` })
  await reading("2026-10-01")
  await owner`update source set last_error = 'Broken' where workspace_id = ${workspaceId} and key = 'csv'`
  const before = await source()
  expect(before).toEqual({ complete_to: "2026-10-01", last_error: "Broken" })
  const runs = [await reading("2026-11-10"), await reading("2026-11-05")]
  expect(await source()).toEqual({ complete_to: "2026-11-10", last_error: null })
  await undoImport(caller, runs[0]!.runId)
  expect(await source()).toEqual({ complete_to: "2026-11-05", last_error: null })
  await undoImport(caller, runs[1]!.runId)
  expect(await source()).toEqual(before)
  const again = [await reading("2026-11-10"), await reading("2026-11-12")]
  for (const { runId } of again.toReversed()) await undoImport(caller, runId)
  expect(await source()).toEqual(before)
})

test("two imports undone oldest first leave what was there before both", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const logins = (value: string) =>
    load(caller, { kind: "signals", text: `account,measure,day,value\n1,Logins,2026-11-01,${value}\n` })
  const values = async () => {
    const rows = await owner<{ value: number }[]>`
      select s.value from signal s join measure m on m.workspace_id = s.workspace_id and m.id = s.measure_id
      where s.workspace_id = ${workspaceId} and m.label = 'Logins'`
    return rows.map(({ value }) => value)
  }
  const runs = [await logins("1"), await logins("2")]
  expect(await values()).toEqual([2])
  await undoImport(caller, runs[0]!.runId)
  expect(await values()).toEqual([2])
  await undoImport(caller, runs[1]!.runId)
  expect(await values()).toEqual([])
  const withdrawn = [await logins("3"), await logins("")]
  expect(await values()).toEqual([])
  for (const { runId } of withdrawn) await undoImport(caller, runId)
  expect(await values()).toEqual([])
  await logins("9")
  for (const [one, two] of [
    ["4", "5"],
    ["", "5"],
    ["4", ""],
  ] as const) {
    const both = [await logins(one), await logins(two)]
    for (const { runId } of both) await undoImport(caller, runId)
    expect(await values(), `${one}, then ${two}`).toEqual([9])
  }
})

test("a sum that a later import stated stays when an earlier one is taken back, in either order", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await load(caller, { kind: "accounts", text: accounts })
  const stated = (arr: string) =>
    load(caller, { kind: "accounts", text: `customer_id,name,ARR\n1,Acme,${arr}\n` })
  const sum = async () => {
    const [row] = await owner<{ cents: number; listed: number | null }[]>`
      select coalesce(sum(amount_cents), 0)::int as cents, (select arr_cents::int from account_list l
        join account a on a.workspace_id = l.workspace_id and a.id = l.account_id
        where a.workspace_id = ${workspaceId} and a.external_id = '1') as listed
      from arr_movement where workspace_id = ${workspaceId}`
    return row
  }
  const before = await sum()
  for (const [first, second, third] of [
    ["120000", "150000", "90000"],
    ["120000", "0", "60000"],
    ["120000", "150000", "120000"],
  ] as const) {
    const runs = [await stated(first), await stated(second), await stated(third)]
    const cents = Number(third) * 100
    expect(await sum()).toEqual({ cents, listed: cents })
    await undoImport(caller, runs[0]!.runId)
    expect(await sum(), `${first} undone`).toEqual({ cents, listed: cents })
    await undoImport(caller, runs[1]!.runId)
    expect(await sum(), `${first} and ${second} undone`).toEqual({ cents, listed: cents })
    await undoImport(caller, runs[2]!.runId)
    expect(await sum()).toEqual(before)
  }
})

test("the source that an import made goes with it, unless something else refers to it", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const keys = async () => {
    const rows = await owner<{ key: string }[]>`
      select key from source where workspace_id = ${workspaceId} order by key`
    return rows.map(({ key }) => key)
  }
  const write = (sourceKey: string, name: string) =>
    load(caller, { kind: "accounts", text: accounts.replace("Acme", name), sourceKey })
  const first = await write("book", "Acme")
  const [second, third] = [await write("crm", "Acme Ltd"), await write("crm", "ACME")]
  const dropped = await check(caller, { kind: "accounts", text: accounts, sourceKey: "draft" })
  expect(await keys()).toEqual(["book", "crm", "draft"])
  await discardImport(caller, dropped.runId)
  await undoImport(caller, third.runId)
  expect(await keys()).toEqual(["book", "crm"])
  await undoImport(caller, second.runId)
  expect(await keys()).toEqual(["book"])
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, second.runId))
  expect(run).toMatchObject({ state: "undone", source: { key: "crm", name: "crm" }, isSourceGone: true })
  expect(await inWorkspace(caller, (tx) => importRuns(tx, caller, { limit: 9 }))).toHaveLength(4)
  await owner`update source set promise_hours = 24 where workspace_id = ${workspaceId}`
  await undoImport(caller, first.runId)
  expect(await keys()).toEqual(["book"])
  await write("crm", "Again")
  expect(await keys()).toEqual(["book", "crm"])
})

test("a source of which an undo left something alone stays", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const { runId } = await load(caller, { kind: "accounts", text: accounts, sourceKey: "crm" })
  await owner`update account set name = 'Mine', version = version + 1 where workspace_id = ${workspaceId} and external_id = '1'`
  expect((await undoImport(caller, runId)).leftAlone).toBeGreaterThan(0)
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  expect(run).toMatchObject({ isSourceGone: false, source: { key: "crm" } })
})
