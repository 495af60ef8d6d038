import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  date,
  index,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import type { LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ScoreBand } from "#lib/health/schema.ts"
import { instant, workspaceId } from "./columns.ts"

/**
 * What the list of accounts filters, sorts and counts by, derived from the accounts, their health, money, terms and
 * contacts; `db/queries/account-list.ts` says how. A row is true on the days from `from_day` until before
 * `until_day` and at the instants from `from_instant` until before `until_instant`; at any other time it is read
 * from its sources.
 */
export const accountList = pgTable(
  "account_list",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    /** Ties of every order, and ARR from the largest down: unknown ones last. */
    tieOrder: bigint("tie_order", { mode: "bigint" })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(- arr_cents, 9223372036854775807)`),
    fromInstant: instant("from_instant").notNull(),
    untilInstant: instant("until_instant").notNull(),
    fromDay: date("from_day").notNull(),
    untilDay: date("until_day").notNull(),
    coverage: real("coverage").notNull(),
    isJudged: boolean("is_judged").notNull(),
    /** The customer has left: its stage is `churned`. */
    isLost: boolean("is_lost").notNull().default(false),
    // Text, for row-level security keeps comparisons of enums away from indexes.
    band: text("band").$type<ScoreBand>().notNull(),
    /** The name without accents and case, for finding it by a part. */
    nameFold: text("name_fold").notNull(),
    nameKey: text("name_key").notNull(),
    /** The score that counts: a person's judgement while it is in force, else the computed one. */
    health: smallint("health"),
    segment: text("segment").$type<Segment>(),
    stage: text("stage").$type<LifecycleStage>(),
    /** What the default order goes by: null for lost accounts, which stand last; unknown ARR counts as nothing. */
    exposureCents: bigint("exposure_cents", { mode: "number" }),
    ownerId: uuid("owner_id"),
    arrCents: bigint("arr_cents", { mode: "number" }),
    renewsOn: date("renews_on"),
    lastContactOn: date("last_contact_on"),
    scoredAt: instant("scored_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.accountId] }),
    index().on(table.workspaceId, table.exposureCents.desc().nullsFirst(), table.tieOrder),
    index().on(table.workspaceId, table.nameKey),
    index().on(table.workspaceId, table.health, table.tieOrder),
    index().on(table.workspaceId, table.band, table.health, table.tieOrder),
    index().on(table.workspaceId, table.tieOrder),
    index().on(table.workspaceId, table.segment, table.tieOrder),
    index().on(table.workspaceId, table.stage, table.tieOrder),
    index().on(table.workspaceId, table.ownerId, table.tieOrder),
    index().on(table.workspaceId, table.renewsOn, table.tieOrder),
    index().on(table.workspaceId, table.lastContactOn, table.tieOrder),
    index().on(table.workspaceId, table.untilDay),
    index().on(table.workspaceId, table.fromDay),
    index().on(table.workspaceId, table.untilInstant).where(sql`until_instant < 'infinity'`),
    index().on(table.workspaceId, table.fromInstant).where(sql`from_instant > '-infinity'`),
  ],
)
