import { sql } from "drizzle-orm"
import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { exactJson, id, instant, workspaceId, xid8 } from "./columns.ts"

/**
 * Append-only facts, written in the transaction of the change they tell. Partitioned by month of `at`.
 * Readers order by (xid, seq) and stop at the commit horizon, because `seq` commits out of order.
 */
export const event = pgTable(
  "event",
  {
    workspaceId: workspaceId(),
    id: id(),
    seq: bigint("seq", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull(),
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    at: instant("at").notNull().defaultNow(),
    businessAt: instant("business_at").notNull(),
    type: text("type").notNull(),
    actorLoginId: uuid("actor_login_id"),
    actorName: text("actor_name").notNull(),
    via: text("via").notNull(),
    requestId: text("request_id"),
    caseType: text("case_type").notNull(),
    caseId: text("case_id").notNull(),
    accountId: uuid("account_id"),
    payload: exactJson("payload").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.at, table.seq] }),
    index().on(table.workspaceId, table.xid, table.seq),
    index().on(table.workspaceId, table.accountId, table.at),
    // Changes of owners concern many accounts each: the past of one account looks among these alone.
    index("event_of_owners")
      .on(table.workspaceId, table.at)
      .where(sql`type in ('accounts.owner_assigned', 'accounts.owner_restored')`),
  ],
)
