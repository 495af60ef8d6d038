import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { id, instant, workspaceId } from "./columns.ts"

/** What people know of an account and wrote down. A removed note keeps its text, so that removing can be undone. */
export const note = pgTable(
  "note",
  {
    workspaceId: workspaceId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    text: text("text").notNull(),
    authorName: text("author_name").notNull(),
    writtenAt: instant("written_at").notNull(),
    editedAt: instant("edited_at"),
    editedBy: text("edited_by"),
    removedAt: instant("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index().on(table.workspaceId, table.accountId, table.writtenAt),
  ],
)
