import { importRun } from "#db/queries/imports.ts"
import { getImport } from "#lib/api/imports.ts"
import { importAnswer } from "#lib/api/imports-answer.ts"
import { notFound } from "#lib/errors.ts"
import { endpoint } from "#lib/server/endpoint.ts"

export const GET = endpoint(getImport, async (tx, caller, { params }) => {
  const run = await importRun(tx, caller, params.run_id)
  if (!run) throw notFound("import")
  return importAnswer(run)
})
