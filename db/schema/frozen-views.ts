import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { id, instant, workspaceId } from "./columns.ts"

/** What a page showed at an instant, as its reader gave it, without anything personal of contacts. */
export const frozenView = pgTable(
  "frozen_view",
  {
    workspaceId: workspaceId(),
    id: id(),
    path: text("path").notNull(),
    /** Parameters of the page's address. */
    query: text("query").notNull(),
    /** The shape of what is kept: another one is not read. */
    format: integer("format").notNull(),
    shown: jsonb("shown").notNull(),
    loginId: uuid("login_id").notNull(),
    authorName: text("author_name").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index().on(table.workspaceId, table.loginId, table.madeAt),
  ],
)
