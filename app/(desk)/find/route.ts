import { inWorkspace } from "#db/in-workspace.ts"
import { found } from "#db/queries/find.ts"
import { viewsOf } from "#db/queries/views.ts"
import { assertCan } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { findQuery } from "#lib/find/find-query.ts"
import type { Found } from "#lib/find/found.ts"
import { viewsFound } from "#lib/find/views-found.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { problem } from "#lib/server/endpoint.ts"

/** What the palette of the pages finds by name. Only for a session: programs read the API. */
export async function GET(request: Request): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new AppError("not_signed_in", "Your session has ended. Sign in again to search.")
    const { caller } = session
    assertCan(caller, "account.read")
    const asked = findQuery.safeParse({ q: new URL(request.url).searchParams.get("q") })
    if (!asked.success) throw new AppError("invalid_input", "Give a part of a name as q, up to 100 letters.")
    const answer: Found = await inWorkspace(caller, async (tx) => ({
      ...(await found(tx, caller, asked.data)),
      views: viewsFound(asked.data.q, await viewsOf(tx, caller, { page: "/accounts" })),
    }))
    return Response.json(answer, { headers: { "cache-control": "private, no-store" } })
  } catch (error) {
    return problem(error)
  }
}
