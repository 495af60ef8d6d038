import { sql } from "drizzle-orm"
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { bytes, createdAt, id, instant, workspaceId } from "./columns.ts"
import { workspace } from "./identity.ts"

/** A program that may call the API of one workspace. Its id is the client id of OAuth2. */
export const apiClient = pgTable(
  "api_client",
  {
    workspaceId: workspaceId().references(() => workspace.id),
    id: id(),
    name: text("name").notNull(),
    scopes: text("scopes").array().notNull(),
    /** SHA-256 of 32 random bytes, which need no slow hash; the secret itself is kept nowhere. */
    secretHash: bytes("secret_hash").notNull(),
    createdAt: createdAt(),
    lastTokenAt: instant("last_token_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.id),
    // Events tell who acted by name: two living clients never share one.
    uniqueIndex("api_client_living_name_index")
      .on(table.workspaceId, table.name)
      .where(sql`revoked_at is null`),
  ],
)

export const apiToken = pgTable(
  "api_token",
  {
    workspaceId: workspaceId(),
    tokenHash: bytes("token_hash").notNull(),
    clientId: uuid("client_id").notNull(),
    scopes: text("scopes").array().notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.tokenHash] }),
    uniqueIndex().on(table.tokenHash),
    index().on(table.workspaceId, table.clientId),
    index().on(table.expiresAt),
    foreignKey({
      columns: [table.workspaceId, table.clientId],
      foreignColumns: [apiClient.workspaceId, apiClient.id],
    }),
  ],
)
