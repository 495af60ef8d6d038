import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportSettings } from "#lib/imports/settings.ts"
import type { Db } from "../client.ts"
import { storableJson } from "../storable-json.ts"

/** Keeps what a check was asked and what it found. A run that is being written, or was, is checked no more. */
export async function saveCheck(
  on: Db,
  caller: Caller,
  { runId, settings, check }: { runId: string; settings: ImportSettings; check: ImportCheck },
): Promise<void> {
  assertCan(caller, "import.write")
  const saved = await on.execute<{ id: string }>(sql`
    update sync_run set state = 'checked', settings = ${storableJson(settings)}::jsonb,
      report = ${storableJson(check)}::jsonb, problems = ${storableJson([...check.problems, ...check.warnings])}::jsonb,
      mapping = ${storableJson(check.plan?.fields ?? {})}::jsonb, rows_read = ${check.rows}
    where workspace_id = ${caller.workspaceId} and id = ${runId}::uuid and state in ('draft', 'checked')
    returning id`)
  if (saved.length === 0)
    throw new AppError(
      "conflict",
      "This import is no longer waiting to be written, so it is not checked again.",
    )
}
