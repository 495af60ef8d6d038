import {
  boolean,
  date,
  doublePrecision,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { qualityDimensions } from "#lib/quality/dimensions.ts"
import { createdAt, id, instant, workspaceId } from "./columns.ts"

export const qualityDimensionEnum = pgEnum("quality_dimension", qualityDimensions)

/** What is asked of one field in one respect. One that was removed stays, so that it does not come back by itself. */
export const qualityStandard = pgTable(
  "quality_standard",
  {
    workspaceId: workspaceId(),
    id: id(),
    field: text("field").notNull(),
    dimension: qualityDimensionEnum("dimension").notNull(),
    /** Share of rows, 0 to 1, that must meet it. */
    atLeast: doublePrecision("at_least").notNull(),
    withinDays: integer("within_days"),
    ownerId: uuid("owner_id"),
    reason: text("reason").notNull(),
    isBuiltIn: boolean("is_built_in").notNull().default(false),
    createdAt: createdAt(),
    removedAt: instant("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.field, table.dimension),
  ],
)

/** What was measured on a day, beside what was asked on that day. The last measurement of a day counts. */
export const qualityResult = pgTable(
  "quality_result",
  {
    workspaceId: workspaceId(),
    standardId: uuid("standard_id").notNull(),
    day: date("day").notNull(),
    rows: integer("rows").notNull(),
    met: integer("met").notNull(),
    atLeast: doublePrecision("at_least").notNull(),
    measuredAt: instant("measured_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.standardId, table.day] })],
)

/** How many readings a source has told of a measure for a day: counted from the signals, so that pages need not. */
export const signalTally = pgTable(
  "signal_tally",
  {
    workspaceId: workspaceId(),
    sourceId: integer("source_id").notNull(),
    measureId: integer("measure_id").notNull(),
    day: date("day").notNull(),
    readings: integer("readings").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.sourceId, table.measureId, table.day] })],
)

/** How far a source was complete when a day was last looked at: the history of its lag. */
export const sourceDay = pgTable(
  "source_day",
  {
    workspaceId: workspaceId(),
    sourceId: integer("source_id").notNull(),
    day: date("day").notNull(),
    completeTo: date("complete_to"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.sourceId, table.day] })],
)
