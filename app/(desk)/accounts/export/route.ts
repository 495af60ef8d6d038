import { accountColumnIds, usualAccountColumns } from "#components/accounts/accounts-columns.tsx"
import { readLook } from "#components/grid/grid-look.ts"
import { reasonWords } from "#components/health/reason-words.ts"
import { assertCan } from "#lib/access/caller.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { AppError } from "#lib/errors.ts"
import { dayOf } from "#lib/format/instant.ts"
import { accountsCsv } from "#lib/server/accounts/accounts-csv.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { problem } from "#lib/server/endpoint.ts"
import { textStream } from "#lib/server/text-stream.ts"

/** The list as a file: every account that the filters of its address leave, in its order and with its columns. */
export async function GET(request: Request): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new AppError("not_signed_in", "Sign in to download the list.")
    const { caller, currency, timeZone } = session
    assertCan(caller, "account.read")
    const {
      after: _,
      before: __,
      ...query
    } = accountsQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
    const known = { known: accountColumnIds, usual: usualAccountColumns, remembered: undefined }
    const { columns: shown } = readLook({ search: query, ...known })
    const today = dayOf(caller.now, timeZone)
    const asked = { query, shown, today, currency, timeZone, reasonWords }
    return new Response(textStream(accountsCsv(caller, asked)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="accounts-${today}.csv"`,
        "cache-control": "private, no-store",
      },
    })
  } catch (error) {
    return problem(error)
  }
}
