import { index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { viewScopes } from "#lib/views/schema.ts"
import { createdAt, id, instant, workspaceId } from "./columns.ts"

export const viewScopeEnum = pgEnum("view_scope", viewScopes)

/** A page's address kept under a name: path and query string. */
export const savedView = pgTable(
  "saved_view",
  {
    workspaceId: workspaceId(),
    id: id(),
    scope: viewScopeEnum("scope").notNull(),
    loginId: uuid("login_id").notNull(),
    page: text("page").notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
    createdAt: createdAt(),
    /** Removed views are kept, so that they can be brought back. */
    removedAt: instant("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index().on(table.workspaceId, table.page),
  ],
)
