import {
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { syncRunStates } from "#lib/imports/schema.ts"
import { createdAt, id, instant, workspaceId } from "./columns.ts"

export const syncRunStateEnum = pgEnum("sync_run_state", syncRunStates)

export const source = pgTable(
  "source",
  {
    workspaceId: workspaceId(),
    id: integer("id").generatedAlwaysAsIdentity().notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    ownerId: uuid("owner_id"),
    completeTo: date("complete_to"),
    lastError: text("last_error"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.key),
  ],
)

export const syncRun = pgTable(
  "sync_run",
  {
    workspaceId: workspaceId(),
    id: id(),
    sourceId: integer("source_id").notNull(),
    kind: text("kind").notNull(),
    fileName: text("file_name").notNull(),
    fileSha256: text("file_sha256"),
    mapping: jsonb("mapping").notNull(),
    state: syncRunStateEnum("state").notNull(),
    startedBy: text("started_by").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    rowsRead: integer("rows_read").notNull().default(0),
    created: integer("created").notNull().default(0),
    updated: integer("updated").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    signals: integer("signals").notNull().default(0),
    problems: jsonb("problems").notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index().on(table.workspaceId, table.startedAt),
  ],
)

export const rejectedRow = pgTable(
  "rejected_row",
  {
    workspaceId: workspaceId(),
    runId: uuid("run_id").notNull(),
    rowNumber: integer("row_number").notNull(),
    cells: jsonb("cells").notNull(),
    problems: jsonb("problems").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.runId, table.rowNumber] })],
)

/** Checked rows wait here until the whole file is known to be good. Unlogged: a crash empties it. */
export const importStage = pgTable(
  "import_stage",
  {
    workspaceId: workspaceId(),
    runId: uuid("run_id").notNull(),
    rowNumber: integer("row_number").notNull(),
    row: jsonb("row").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.runId, table.rowNumber] })],
)
