import { desc, eq, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { isScope, type Scope } from "#lib/access/scopes.ts"
import type { WorkspaceId } from "#lib/id.ts"
import type { Db } from "../client.ts"
import { apiClient } from "../schema/api-clients.ts"

const mostClients = 500

export type ApiClientRow = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly lastTokenAt: Date | null
  readonly revokedAt: Date | null
}

/** The programs of the caller's workspace, revoked ones included, newest first. */
export async function apiClients(on: Db, caller: Caller): Promise<ApiClientRow[]> {
  return on
    .select({
      id: apiClient.id,
      name: apiClient.name,
      scopes: apiClient.scopes,
      createdAt: apiClient.createdAt,
      lastTokenAt: apiClient.lastTokenAt,
      revokedAt: apiClient.revokedAt,
    })
    .from(apiClient)
    .where(eq(apiClient.workspaceId, caller.workspaceId))
    .orderBy(desc(apiClient.createdAt), desc(apiClient.id))
    .limit(mostClients)
}

/** What a living client may ask for, when id and secret belong together; else null. */
export async function scopesOfClient(
  on: Db,
  { clientId, secretHash }: { clientId: string; secretHash: Buffer },
): Promise<readonly Scope[] | null> {
  const [row] = await on.execute<{ scopes: string[] }>(sql`
    select scopes from auth_api_client(${clientId}, ${secretHash})`)
  return row ? row.scopes.filter(isScope) : null
}

export type TokenRow = {
  readonly workspaceId: WorkspaceId
  readonly clientName: string
  readonly scopes: readonly Scope[]
}

/** Whose token it is, while it and its client live; else null. */
export async function tokenByHash(on: Db, tokenHash: Buffer): Promise<TokenRow | null> {
  const [row] = await on.execute<{ workspaceId: WorkspaceId; clientName: string; scopes: string[] }>(sql`
    select workspace_id as "workspaceId", client_name as "clientName", scopes from auth_api_token(${tokenHash})`)
  return row ? { ...row, scopes: row.scopes.filter(isScope) } : null
}
