import { postImport } from "#lib/api/imports.ts"
import { longEndpoint } from "#lib/server/endpoint.ts"
import { takeImport } from "#lib/server/imports/take-import.ts"

export const POST = longEndpoint(postImport, (caller, { query, request }) =>
  takeImport(caller, query, request),
)
