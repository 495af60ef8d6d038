import { expect, test } from "vitest"
import { forgetOldImports, forgetOldPages } from "#db/commands/housekeeping.ts"
import { openImport } from "#db/commands/imports-receive.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { fileRun } from "#db/queries/import-files.ts"
import { accountsWithUsage } from "#db/testing/scored-book.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import { frozenForDays } from "#lib/frozen/asof.ts"
import { newId } from "#lib/platform/new-id.ts"
import { check } from "#lib/server/imports/testing/load.ts"
import { keepWholeHouse } from "./keep-house.ts"

const { owner } = testDatabase()

test("what only an undo needed goes when the undo is over, and not before", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const [source] = await owner<{ id: number }[]>`
    insert into source (workspace_id, key, name, kind) values (${workspaceId}, 'a', 'A', 'file') returning id`
  const run = async (undoUntil: string | null, started = "0 days") => {
    const id = newId()
    const [row] = await owner<{ number: number }[]>`
      insert into sync_run (workspace_id, id, source_id, kind, file_name, mapping, state, started_by, started_at, undo_until)
      values (${workspaceId}, ${id}, ${source!.id}, 'accounts', 'a.csv', '{}', 'done', 'Test',
        now() - ${started}::interval, now() + ${undoUntil}::interval)
      returning number`
    await owner`insert into import_file (workspace_id, run_id, part, bytes) values (${workspaceId}, ${id}, 0, 'abc')`
    await owner`insert into import_journal (workspace_id, run_id, table_name, operation)
      values (${workspaceId}, ${id}, 'account', 'INSERT')`
    await owner`insert into signal_prior (workspace_id, replaced_by, account_id, measure_id, day, source_id, received_at)
      values (${workspaceId}, ${row!.number}, ${newId()}, 1, '2026-11-16', 1, now())`
    return id
  }
  await run("-1 minute")
  const open = await run("1 hour")
  const young = await run(null, "6 days")
  await run(null, "8 days")
  expect(await inWorkspace(caller, (tx) => forgetOldImports(tx, caller))).toEqual({ forgotten: 6 })
  expect(await inWorkspace(caller, (tx) => forgetOldImports(tx, caller))).toEqual({ forgotten: 0 })
  for (const table of ["import_file", "import_journal"]) {
    const left = await owner<{ run_id: string }[]>`
      select run_id from ${owner(table)} where workspace_id = ${workspaceId}`
    expect(left.map((row) => row.run_id).toSorted()).toEqual([open, young].toSorted())
  }
})

test("a page kept for a frozen link is forgotten when the link has lived its time", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const keep = (days: number) => owner`
    insert into frozen_view (workspace_id, id, path, query, format, shown, login_id, author_name, made_at)
    values (${workspaceId}, gen_random_uuid(), ${`/accounts/${days}`}, '', 1, '{}', ${newId()}, 'x',
      ${new Date(caller.now.getTime() - days * 86_400_000)})`
  for (const days of [1, frozenForDays - 1, frozenForDays + 1, frozenForDays * 2]) await keep(days)
  expect(await inWorkspace(caller, (tx) => forgetOldPages(tx, caller))).toEqual({ forgotten: 2 })
  const left =
    await owner`select path from frozen_view where workspace_id = ${workspaceId} order by made_at desc`
  expect(left.map(({ path }) => path)).toEqual(["/accounts/1", `/accounts/${frozenForDays - 1}`])
})

test("what nobody finished in a week is discarded, and an upload that broke off after a day", async () => {
  const { caller, workspaceId } = await testWorkspace()
  const { runId } = await inWorkspace(caller, (tx) =>
    openImport(tx, caller, { kind: "accounts", fileName: "half.csv", sourceKey: "csv" }),
  )
  await expect(inWorkspace(caller, (tx) => fileRun(tx, caller, runId))).rejects.toMatchObject({
    code: "conflict",
  })
  const { runId: whole } = await check(caller, { kind: "accounts", text: "customer_id,name\n1,Acme\n" })
  const keepHouse = () => inWorkspace(caller, (tx) => forgetOldImports(tx, caller))
  const states = async () => {
    const rows = await owner<{ id: string; state: string }[]>`
      select id, state from sync_run where workspace_id = ${workspaceId}`
    return rows.map(({ id, state }) => `${id === runId ? "half" : "whole"} ${state}`).toSorted()
  }
  await owner`update sync_run set started_at = now() - interval '25 hours' where workspace_id = ${workspaceId}`
  await keepHouse()
  expect(await states()).toEqual(["half discarded", "whole checked"])
  await owner`update sync_run set started_at = now() - interval '8 days' where id = ${whole}`
  expect(await keepHouse()).toEqual({ forgotten: 1 })
  expect(await states()).toEqual(["half discarded", "whole discarded"])
})

test("the coming months are there, and accounts missing from the list come back", async () => {
  const { caller, workspaceId } = await testWorkspace()
  await accountsWithUsage(caller, { usage: { one: 60 }, day: "2026-11-16" })
  await owner`delete from account_list where workspace_id = ${workspaceId}`
  let beats = 0
  await keepWholeHouse({ beat: () => (beats += 1), signal: new AbortController().signal })
  expect(beats).toBeGreaterThan(0)
  const [listed] = await owner<{ count: number }[]>`
    select count(*)::int as count from account_list where workspace_id = ${workspaceId}`
  expect(listed?.count).toBe(1)
  const [months] = await owner<{ there: boolean }[]>`
    select bool_and(to_regclass(parent || to_char(now() + interval '3 months', '_YYYY_MM')) is not null) as there
    from unnest(array['signal', 'event', 'health_score']) as parent`
  expect(months?.there).toBe(true)
})
