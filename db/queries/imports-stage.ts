import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { stagedCells } from "#lib/imports/schema.ts"
import type { Db } from "../client.ts"
import type { StagedRow } from "../commands/imports.ts"

/** The staged rows after a row number, in order. */
export async function stagedRows(
  on: Db,
  caller: Caller,
  { runId, after, limit }: { runId: string; after: number; limit: number },
): Promise<StagedRow[]> {
  const rows = await on.execute<{ row_number: number; cells: string }>(sql`
    select row_number, row::text as cells from import_stage
    where workspace_id = ${caller.workspaceId} and run_id = ${runId} and row_number > ${after}
    order by row_number limit ${limit}`)
  return rows.map(({ row_number, cells }) => ({
    row: row_number,
    cells: stagedCells.parse(JSON.parse(cells)),
  }))
}

/** Runs that ended without emptying their stage: their program was killed. */
export async function leftoverStages(on: Db, caller: Caller): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    select id from sync_run r where workspace_id = ${caller.workspaceId} and state not in ('checking', 'writing')
      and exists (select 1 from import_stage s where s.workspace_id = r.workspace_id and s.run_id = r.id)`)
  return rows.map(({ id }) => id)
}

type Finding = { readonly count: number; readonly samples: { row: number; found: string }[] }
type RawFinding = { count: number; row: number; found: string }

const asFinding = (rows: readonly RawFinding[]): Finding => ({
  count: rows[0]?.count ?? 0,
  samples: rows.map(({ row, found }) => ({ row, found })),
})

/** External ids that occur more than once in the file: how many, and the second place of the first five. */
export async function repeatedIds(
  on: Db,
  caller: Caller,
  { runId, column }: { runId: string; column: number },
): Promise<Finding> {
  const rows = await on.execute<RawFinding>(sql`
    select (count(*) over ())::integer as count, (array_agg(row_number order by row_number))[2] as row, id as found
    from (select row_number, row ->> ${column}::integer as id from import_stage
      where workspace_id = ${caller.workspaceId} and run_id = ${runId}) staged
    where id <> '' group by id having count(*) > 1 order by row limit 5`)
  return asFinding(rows)
}

/** Rows whose owner no one person of the workspace matches; one sample per name. */
export async function unknownOwners(
  on: Db,
  caller: Caller,
  { runId, column }: { runId: string; column: number },
): Promise<Finding> {
  const rows = await on.execute<RawFinding>(sql`
    with named as (
      select lower(owner) as key, min(owner) as found, min(row_number) as row, count(*) as rows
      from (select row_number, row ->> ${column}::integer as owner from import_stage
        where workspace_id = ${caller.workspaceId} and run_id = ${runId}) staged
      where owner <> '' group by 1
    )
    select (sum(rows) over ())::integer as count, row, found from named
    where 1 <> (select count(*) from person p where p.workspace_id = ${caller.workspaceId}
      and (lower(p.name) = key or lower(p.external_id) = key))
    order by row limit 5`)
  return asFinding(rows)
}

/** Parents in the file that are neither in it nor in the workspace, and accounts that are their own parent. */
export async function unknownParents(
  on: Db,
  caller: Caller,
  { runId, column, idColumn }: { runId: string; column: number; idColumn: number },
): Promise<Finding> {
  const rows = await on.execute<RawFinding>(sql`
    with staged as (
      select row_number, row ->> ${idColumn}::integer as id, row ->> ${column}::integer as parent
      from import_stage where workspace_id = ${caller.workspaceId} and run_id = ${runId}
    )
    select (count(*) over ())::integer as count, s.row_number as row, s.parent as found from staged s
    where s.parent <> '' and (s.parent = s.id or (
      not exists (select 1 from staged other where other.id = s.parent)
      and not exists (select 1 from account a where a.workspace_id = ${caller.workspaceId} and a.external_id = s.parent)))
    order by s.row_number limit 5`)
  return asFinding(rows)
}
