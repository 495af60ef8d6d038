import "server-only"
import { randomUUID } from "node:crypto"
import { unstable_rethrow } from "next/navigation"
import { assertCan } from "#lib/access/caller.ts"
import type { Permission } from "#lib/access/policy.ts"
import { AppError } from "#lib/errors.ts"
import { log } from "#lib/platform/log.ts"
import { currentSession, type Session } from "../auth/session.ts"
import { problem } from "../endpoint.ts"
import { asAppError } from "../failure.ts"
import { assertSameOrigin } from "../same-origin.ts"

type FormRoute<Params> = {
  readonly permission: Permission
  /** Does what the form asks and says where the browser goes from there. Opens its own transactions. */
  readonly run: (session: Session, request: Request, params: Params) => Promise<string>
  /** The page that tells a failure, given as its `told` parameter. */
  readonly back: (params: Params) => string
}

/**
 * The door for plain forms, which work without script and may take longer than one transaction: gate, then run,
 * then lead on with 303. A browser is led back to a page that tells what failed; a program gets problem+json.
 */
export function formRoute<Params>({ permission, run, back }: FormRoute<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const params = await context.params
    try {
      const session = await currentSession()
      if (!session)
        throw new AppError("not_signed_in", "Your session has ended. Sign in again; nothing was changed.")
      assertCan(session.caller, permission)
      assertSameOrigin(request.headers)
      return seeOther(await run(session, request, params))
    } catch (error) {
      unstable_rethrow(error)
      if (!request.headers.get("accept")?.includes("text/html")) return problem(error)
      return seeOther(wayBack(error, back(params)))
    }
  }
}

function wayBack(error: unknown, page: string): string {
  const known = asAppError(error)
  if (known?.code === "not_signed_in") return `/sign-in?next=${encodeURIComponent(page)}`
  const told = known?.code ?? diagnosed(error)
  return `${page}${page.includes("?") ? "&" : "?"}told=${told}`
}

function diagnosed(error: unknown): string {
  const diagnosticId = randomUUID().slice(0, 8)
  log().error({ err: error, diagnosticId }, "form failed")
  return diagnosticId
}

const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } })
