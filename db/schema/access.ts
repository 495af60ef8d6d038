import { sql } from "drizzle-orm"
import { pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { id, instant, workspaceId } from "./columns.ts"

/** What somebody asked to be allowed. It waits until it is declined or their role allows it. */
export const accessRequest = pgTable(
  "access_request",
  {
    workspaceId: workspaceId(),
    id: id(),
    loginId: uuid("login_id").notNull(),
    permission: text("permission").notNull(),
    askedAt: instant("asked_at").notNull(),
    declinedAt: instant("declined_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("access_request_waiting")
      .on(table.workspaceId, table.loginId, table.permission)
      .where(sql`declined_at is null`),
  ],
)
