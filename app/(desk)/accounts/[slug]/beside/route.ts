import { inWorkspace } from "#db/in-workspace.ts"
import { accountBeside } from "#db/queries/account-neighbours.ts"
import { assertCan } from "#lib/access/caller.ts"
import { accountReference } from "#lib/accounts/reference.ts"
import { AppError } from "#lib/errors.ts"
import { dayOf } from "#lib/format/instant.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { problem } from "#lib/server/endpoint.ts"

type Context = { params: Promise<{ slug: string }> }

/** Leads on to the next account of the list, or the previous one; at the end of the list, to the list. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new AppError("not_signed_in", "Your session has ended. Sign in again to go on.")
    const { caller, currency, timeZone } = session
    assertCan(caller, "account.read")
    const slug = accountReference((await params).slug)
    const to = new URL(request.url).searchParams.get("to")
    const direction = to === "previous" ? ("before" as const) : ("after" as const)
    const today = dayOf(caller.now, timeZone)
    const beside = slug.includes("\0")
      ? null
      : await inWorkspace(caller, (tx) => accountBeside(tx, caller, { slug, direction, today, currency }))
    const location = beside === null ? "/accounts" : `/accounts/${encodeURIComponent(beside)}`
    return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } })
  } catch (error) {
    return problem(error)
  }
}
