import { inWorkspace } from "#db/in-workspace.ts"
import { ownerChoices, teamChoices } from "#db/queries/people.ts"
import { assertCan } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { currentSession } from "#lib/server/auth/session.ts"
import { problem } from "#lib/server/endpoint.ts"

/** The teams and owners that the scope of the bar can be narrowed to. */
export async function GET(): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new AppError("not_signed_in", "Your session has ended. Sign in again.")
    const { caller } = session
    assertCan(caller, "account.read")
    const choices = await inWorkspace(caller, async (tx) => ({
      teams: (await teamChoices(tx, caller)).map(({ id, name }) => ({ id, name })),
      owners: await ownerChoices(tx, caller),
    }))
    return Response.json(choices, { headers: { "cache-control": "private, no-store" } })
  } catch (error) {
    return problem(error)
  }
}
