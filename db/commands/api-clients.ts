import { sql } from "drizzle-orm"
import type { NewApiClient } from "#lib/access/api-client.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Scope } from "#lib/access/scopes.ts"
import { notFound } from "#lib/errors.ts"
import { isUuid } from "#lib/id.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { apiClient } from "../schema/api-clients.ts"
import { record } from "./record.ts"

/** Lets a program in, with these scopes. Two living clients of a workspace never share a name. */
export async function createApiClient(
  on: Db,
  caller: Caller,
  { name, scopes, secretHash }: NewApiClient & { secretHash: Buffer },
): Promise<Outcome<{ id: string }, "name_taken">> {
  assertCan(caller, "api_client.write")
  const [made] = await on
    .insert(apiClient)
    .values({ workspaceId: caller.workspaceId, id: newId(), name, scopes, secretHash })
    .onConflictDoNothing()
    .returning({ id: apiClient.id })
  if (!made) return refuse("name_taken")
  await record(on, caller, {
    type: "api_client.created",
    caseType: "api_client",
    caseId: made.id,
    payload: { name, scopes },
  })
  return accept(made)
}

/** Ends a client and every token it holds, at once and for good. */
export async function revokeApiClient(
  on: Db,
  caller: Caller,
  { id }: { id: string },
): Promise<Outcome<{ name: string }, "already_revoked">> {
  assertCan(caller, "api_client.write")
  if (!isUuid(id)) throw notFound("API client")
  const [client] = await on.execute<{ name: string; isRevoked: boolean }>(sql`
    select name, revoked_at is not null as "isRevoked" from api_client
    where workspace_id = ${caller.workspaceId} and id = ${id} for update`)
  if (!client) throw notFound("API client")
  if (client.isRevoked) return refuse("already_revoked")
  await on.execute(sql`
    update api_client set revoked_at = now() where workspace_id = ${caller.workspaceId} and id = ${id}`)
  await on.execute(sql`
    delete from api_token where workspace_id = ${caller.workspaceId} and client_id = ${id}`)
  await record(on, caller, {
    type: "api_client.revoked",
    caseType: "api_client",
    caseId: id,
    payload: { name: client.name },
  })
  return accept({ name: client.name })
}

/** Gives the client a token. False when the client was revoked meanwhile. Tokens are exempt from the event log. */
export async function openApiToken(
  on: Db,
  given: { clientId: string; tokenHash: Buffer; scopes: readonly Scope[]; lifetimeSeconds: number },
): Promise<boolean> {
  const [row] = await on.execute<{ opened: boolean }>(sql`
    select auth_open_api_token(${given.clientId}, ${given.tokenHash}, ${sql.param(given.scopes)}::text[],
      make_interval(secs => ${given.lifetimeSeconds})) as opened`)
  return row?.opened ?? false
}
