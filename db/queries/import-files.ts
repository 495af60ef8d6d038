import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { AppError, notFound } from "#lib/errors.ts"
import { type ImportKind, importKinds, type SyncRunState } from "#lib/imports/schema.ts"
import { defaultSettings, type ImportSettings, importSettings } from "#lib/imports/settings.ts"
import type { Db } from "../client.ts"

/** A run as whoever reads its file needs it. */
export type FileRun = {
  readonly id: string
  readonly kind: ImportKind
  readonly state: SyncRunState
  readonly fileName: string
  readonly sha256: string
  readonly sourceId: number
  readonly settings: ImportSettings
  /** The last check, as it was stored. */
  readonly report: unknown
}

/** Refused while the file is not there whole: it still arrives, or whoever received it was stopped in the middle. */
export async function fileRun(on: Db, caller: Caller, runId: string): Promise<FileRun> {
  const [row] = await on.execute<{
    kind: string
    state: SyncRunState
    file_name: string
    file_sha256: string | null
    source_id: number
    settings: unknown
    report: unknown
  }>(sql`
    select kind, state, file_name, file_sha256, source_id, settings, report
    from sync_run where workspace_id = ${caller.workspaceId} and id = ${runId}::uuid`)
  const kind = importKinds.find((known) => known === row?.kind)
  if (!row || !kind) throw notFound("import")
  if (row.file_sha256 === null)
    throw new AppError(
      "conflict",
      "The file of this import has not arrived whole. If nobody is uploading it any more, discard it and choose the file again.",
    )
  return {
    id: runId,
    kind,
    state: row.state,
    fileName: row.file_name,
    sha256: row.file_sha256,
    sourceId: row.source_id,
    settings: importSettings.safeParse(row.settings).data ?? defaultSettings,
    report: row.report,
  }
}

/** One stored part of a run's file; null after the last. */
export async function filePart(
  on: Db,
  caller: Caller,
  { runId, part }: { runId: string; part: number },
): Promise<Uint8Array | null> {
  const [row] = await on.execute<{ bytes: Buffer }>(sql`
    select bytes from import_file
    where workspace_id = ${caller.workspaceId} and run_id = ${runId}::uuid and part = ${part}`)
  return row?.bytes ?? null
}

/** How many parts the file has, their size in bytes and the number of the first one. */
export async function fileSize(
  on: Db,
  caller: Caller,
  runId: string,
): Promise<{ readonly parts: number; readonly first: number; readonly bytes: number }> {
  const [row] = await on.execute<{ parts: number; first: number; bytes: number }>(sql`
    select count(*)::integer as parts, coalesce(min(part), 0) as first,
      coalesce(sum(octet_length(bytes)), 0)::float8 as bytes
    from import_file where workspace_id = ${caller.workspaceId} and run_id = ${runId}::uuid`)
  return row ?? { parts: 0, first: 0, bytes: 0 }
}
