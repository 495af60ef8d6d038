import { assertCan } from "#lib/access/caller.ts"
import { auditQuery } from "#lib/audit/audit-query.ts"
import { AppError } from "#lib/errors.ts"
import { auditCsv } from "#lib/server/audit/audit-csv.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { problem } from "#lib/server/endpoint.ts"
import { textStream } from "#lib/server/text-stream.ts"

/** The log as a file: what the filters of its address leave, at most 10,000 facts. */
export async function GET(request: Request): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new AppError("not_signed_in", "Sign in to download the log.")
    const { caller, timeZone } = session
    assertCan(caller, "audit.read")
    const query = auditQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
    const pieces = auditCsv(caller, { query, timeZone })
    return new Response(textStream(pieces), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="audit.csv"',
        "cache-control": "private, no-store",
      },
    })
  } catch (error) {
    return problem(error)
  }
}
