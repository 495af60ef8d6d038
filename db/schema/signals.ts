import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { measureKinds, measureRoles } from "#lib/signals/schema.ts"
import { createdAt, instant, workspaceId } from "./columns.ts"

export const measureKindEnum = pgEnum("measure_kind", measureKinds)
export const measureRoleEnum = pgEnum("measure_role", measureRoles)

export const measure = pgTable(
  "measure",
  {
    workspaceId: workspaceId(),
    id: integer("id").generatedAlwaysAsIdentity().notNull(),
    key: text("key").notNull(),
    label: text("label").notNull(),
    unit: text("unit").notNull().default(""),
    kind: measureKindEnum("kind").notNull(),
    role: measureRoleEnum("role").notNull().default("input"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.key),
  ],
)

/** One value of one measure for one account and day from one source. Partitioned by month of `day`. */
export const signal = pgTable(
  "signal",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    measureId: integer("measure_id").notNull(),
    day: date("day").notNull(),
    sourceId: integer("source_id").notNull(),
    value: doublePrecision("value"),
    valueText: text("value_text"),
    receivedAt: instant("received_at").notNull().defaultNow(),
    /** The import that wrote it last; null for readings that came another way. */
    runNumber: integer("run_number"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.accountId, table.measureId, table.day, table.sourceId] }),
  ],
)

/** Readings as they were before an import replaced or withdrew them, kept as long as it can be undone. */
export const signalPrior = pgTable(
  "signal_prior",
  {
    workspaceId: workspaceId(),
    /** The import that replaced the reading. */
    replacedBy: integer("replaced_by").notNull(),
    accountId: uuid("account_id").notNull(),
    measureId: integer("measure_id").notNull(),
    day: date("day").notNull(),
    sourceId: integer("source_id").notNull(),
    value: doublePrecision("value"),
    valueText: text("value_text"),
    receivedAt: instant("received_at").notNull(),
    runNumber: integer("run_number"),
    /** The import found no value any more, so that no reading stands where this one stood. */
    wasWithdrawn: boolean("was_withdrawn").notNull().default(false),
  },
  (table) => [
    primaryKey({
      columns: [
        table.workspaceId,
        table.replacedBy,
        table.accountId,
        table.measureId,
        table.day,
        table.sourceId,
      ],
    }),
  ],
)

/** Accounts with readings that no score knows yet; the worker empties it. Those that could not be scored say why. */
export const rescoreDue = pgTable(
  "rescore_due",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    since: instant("since").notNull().defaultNow(),
    /** Marked together with many others: waits for those that were marked singly. */
    isBulk: boolean("is_bulk").notNull().default(false),
    failedAt: instant("failed_at"),
    error: text("error"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.accountId] }),
    index().on(table.workspaceId, table.isBulk, table.since),
  ],
)
