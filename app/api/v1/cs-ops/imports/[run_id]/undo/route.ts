import { inWorkspace } from "#db/in-workspace.ts"
import { importRun } from "#db/queries/imports.ts"
import { undoOfImport } from "#lib/api/imports.ts"
import { importAnswer } from "#lib/api/imports-answer.ts"
import { notFound } from "#lib/errors.ts"
import { longEndpoint } from "#lib/server/endpoint.ts"
import { startUndoing } from "#lib/server/imports/start-undoing.ts"

export const POST = longEndpoint(undoOfImport, async (caller, { params }) => {
  await startUndoing(caller, params.run_id)
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, params.run_id))
  if (!run) throw notFound("import")
  return { status: 202, body: importAnswer(run) }
})
