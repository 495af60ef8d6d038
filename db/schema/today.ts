import { date, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { markKinds } from "#lib/today/schema.ts"
import { instant, workspaceId } from "./columns.ts"

export const todayMarkEnum = pgEnum("today_mark_kind", markKinds)

/** What a sign-in put away from its list of today: one thing, named by its cause, for good or until a day. */
export const todayMark = pgTable(
  "today_mark",
  {
    workspaceId: workspaceId(),
    loginId: uuid("login_id").notNull(),
    itemKey: text("item_key").notNull(),
    kind: todayMarkEnum("kind").notNull(),
    /** The day on which a snoozed thing comes back. */
    untilDay: date("until_day"),
    markedAt: instant("marked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.loginId, table.itemKey] })],
)
