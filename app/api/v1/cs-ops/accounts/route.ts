import { accountRows } from "#db/queries/accounts.ts"
import { accountTotals } from "#db/queries/list-totals.ts"
import { workspacePlace } from "#db/queries/workspaces.ts"
import { listPosition } from "#lib/accounts/list-cursor.ts"
import { listNeighbours } from "#lib/accounts/list-neighbours.ts"
import { accountsPageSize } from "#lib/accounts/list-query.ts"
import { listOfAccounts } from "#lib/api/accounts.ts"
import { accountsAnswer, accountsLinks } from "#lib/api/accounts-answer.ts"
import { AppError } from "#lib/errors.ts"
import { endpoint } from "#lib/server/endpoint.ts"

export const GET = endpoint(
  listOfAccounts,
  async (tx, caller, { query: { limit: size = accountsPageSize, ...query } }) => {
    if (query.after !== undefined && query.before !== undefined)
      throw new AppError("invalid_input", "Give a cursor as after or as before, not both.")
    const position = listPosition(query)
    if (position === "refused")
      throw new AppError(
        "invalid_input",
        "This cursor belongs to a list of other filters or another order. Leave it out to begin at the first page.",
      )
    const { today, currency } = await workspacePlace(tx, caller)
    const page = await accountRows(tx, caller, { query, position, today, currency, size })
    const totals = await accountTotals(tx, caller, { query, position, today })
    const neighbours = listNeighbours({ query, position, page, totals })
    return accountsAnswer({ rows: page.rows, totals, neighbours })
  },
  accountsLinks,
)
