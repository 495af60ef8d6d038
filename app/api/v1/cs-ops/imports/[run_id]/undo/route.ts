import { undoOfImport } from "#lib/api/imports.ts"
import { longEndpoint } from "#lib/server/endpoint.ts"
import { undoImport } from "#lib/server/imports/undo-import.ts"

export const POST = longEndpoint(undoOfImport, async (caller, { params }) => {
  const { takenBack, leftAlone } = await undoImport(caller, params.run_id)
  return { status: 200, body: { run_id: params.run_id, taken_back: takenBack, left_alone: leftAlone } }
})
