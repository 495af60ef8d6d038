import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { ImportCounts, ImportKind, Problem } from "#lib/imports/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { record } from "./record.ts"

export type ImportRun = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly source: { readonly id: number; readonly key: string }
}

export type StagedRow = { readonly row: number; readonly cells: readonly string[] }

/** A run that nobody finished in this time was killed. */
const abandonedAfter = "6 hours"

/** Opens a run, and its source when the workspace meets it for the first time. */
export async function startImport(
  on: Db,
  caller: Caller,
  { kind, fileName, sourceKey }: { kind: ImportKind; fileName: string; sourceKey: string },
): Promise<ImportRun> {
  assertCan(caller, "import.write")
  await abandonStaleRuns(on, caller)
  const source = await ensureSource(on, caller, sourceKey)
  const id = newId()
  await on.execute(sql`
    insert into sync_run (workspace_id, id, source_id, kind, file_name, mapping, state, started_by, started_at)
    values (${caller.workspaceId}, ${id}, ${source.id}, ${kind}, ${fileName}, '{}', 'checking', ${caller.actor.name}, now())`)
  return { id, kind, fileName, source }
}

async function ensureSource(on: Db, caller: Caller, key: string): Promise<{ id: number; key: string }> {
  const find = () =>
    on.execute<{ id: number }>(sql`
      select id from source where workspace_id = ${caller.workspaceId} and key = ${key}`)
  const [known] = await find()
  if (known) return { id: known.id, key }
  await on.execute(sql`
    insert into source (workspace_id, key, name, kind) values (${caller.workspaceId}, ${key}, ${key}, 'file')
    on conflict (workspace_id, key) do nothing`)
  const [made] = await find()
  if (!made) throw new Error(`Source ${key} could not be made.`)
  return { id: made.id, key }
}

async function abandonStaleRuns(on: Db, caller: Caller): Promise<void> {
  await on.execute(sql`
    update sync_run set state = 'failed', finished_at = now()
    where workspace_id = ${caller.workspaceId} and state in ('checking', 'writing')
      and started_at < now() - ${abandonedAfter}::interval`)
}

/** Puts checked rows aside until the whole file is known to be good. */
export async function stageRows(
  on: Db,
  caller: Caller,
  { runId, rows }: { runId: string; rows: readonly StagedRow[] },
): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    insert into import_stage (workspace_id, run_id, row_number, row)
    select ${caller.workspaceId}, ${runId}, row_number, row::jsonb
    from unnest(${sql.param(rows.map(({ row }) => row))}::integer[],
      ${sql.param(rows.map(({ cells }) => JSON.stringify(cells)))}::text[]) as g(row_number, row)`)
}

/** Empties a part of a run's stage, so that no single transaction lasts; returns how many rows went. */
export async function clearStage(
  on: Db,
  caller: Caller,
  { runId, atMost }: { runId: string; atMost: number },
): Promise<number> {
  assertCan(caller, "import.write")
  const [part] = await on.execute<{ last: number | null; count: number }>(sql`
    select max(row_number) as last, count(*)::integer as count from (
      select row_number from import_stage where workspace_id = ${caller.workspaceId} and run_id = ${runId}
      order by row_number limit ${atMost}) first_rows`)
  if (!part || part.last === null) return 0
  await on.execute(sql`
    delete from import_stage
    where workspace_id = ${caller.workspaceId} and run_id = ${runId} and row_number <= ${part.last}`)
  return part.count
}

/** The whole file was found good: from here on accounts change. */
export async function beginWriting(
  on: Db,
  caller: Caller,
  input: { run: ImportRun; sha256: string; mapping: unknown; rowsRead: number },
): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update sync_run set state = 'writing', file_sha256 = ${input.sha256}, rows_read = ${input.rowsRead},
      mapping = ${JSON.stringify(input.mapping)}::jsonb
    where workspace_id = ${caller.workspaceId} and id = ${input.run.id}`)
}

export async function finishImport(
  on: Db,
  caller: Caller,
  {
    run,
    counts,
    day,
    warnings,
  }: { run: ImportRun; counts: ImportCounts; day: string; warnings: readonly Problem[] },
): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    update sync_run set state = 'done', finished_at = now(), rows_read = ${counts.read}, created = ${counts.created},
      updated = ${counts.updated}, skipped = ${counts.unchanged}, signals = ${counts.signals},
      problems = ${JSON.stringify(warnings)}::jsonb
    where workspace_id = ${caller.workspaceId} and id = ${run.id}`)
  await on.execute(sql`
    update source set complete_to = greatest(complete_to, ${day}::date), last_error = null
    where workspace_id = ${caller.workspaceId} and id = ${run.source.id}
      and (complete_to is distinct from greatest(complete_to, ${day}::date) or last_error is not null)`)
  await record(on, caller, {
    type: "import.finished",
    caseType: "import",
    caseId: run.id,
    payload: {
      kind: run.kind,
      fileName: run.fileName,
      created: counts.created,
      updated: counts.updated,
      skipped: counts.unchanged,
      signals: counts.signals,
    },
  })
}

/** The file has errors: nothing was written, and the run keeps the reasons. */
export async function refuseImport(
  on: Db,
  caller: Caller,
  input: { run: ImportRun; sha256: string | null; rowsRead: number; problems: readonly Problem[] },
): Promise<void> {
  assertCan(caller, "import.write")
  const { run, problems } = input
  await on.execute(sql`
    update sync_run set state = 'refused', finished_at = now(), file_sha256 = ${input.sha256},
      rows_read = ${input.rowsRead}, rejected = ${input.rowsRead}, problems = ${JSON.stringify(problems)}::jsonb
    where workspace_id = ${caller.workspaceId} and id = ${run.id}`)
  await sourceFailed(on, caller, run, problems[0]?.what ?? "The file was refused")
  await record(on, caller, {
    type: "import.refused",
    caseType: "import",
    caseId: run.id,
    payload: { kind: run.kind, fileName: run.fileName, problems: problems.length },
  })
}

/** A dry run leaves no trace. */
export async function forgetImport(on: Db, caller: Caller, { run }: { run: ImportRun }): Promise<void> {
  assertCan(caller, "import.write")
  await on.execute(sql`
    delete from sync_run where workspace_id = ${caller.workspaceId} and id = ${run.id}`)
}

/** The program or the database stopped in the middle; what was written stays and a repeated import completes it. */
export async function failImport(
  on: Db,
  caller: Caller,
  { run, because }: { run: ImportRun; because: string },
): Promise<void> {
  assertCan(caller, "import.write")
  const failed = await on.execute<{ id: string }>(sql`
    update sync_run set state = 'failed', finished_at = now()
    where workspace_id = ${caller.workspaceId} and id = ${run.id} and state in ('checking', 'writing')
    returning id`)
  await sourceFailed(on, caller, run, because)
  if (failed.length === 0) return
  await record(on, caller, {
    type: "import.failed",
    caseType: "import",
    caseId: run.id,
    payload: { kind: run.kind, fileName: run.fileName },
  })
}

async function sourceFailed(on: Db, caller: Caller, run: ImportRun, because: string): Promise<void> {
  await on.execute(sql`
    update source set last_error = ${because.slice(0, 500)}
    where workspace_id = ${caller.workspaceId} and id = ${run.source.id}`)
}
