import {
  bigint,
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
import { bytes, createdAt, id, instant, workspaceId } from "./columns.ts"

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
    /** How old its newest complete day may be, in hours; null when nobody has said. */
    promiseHours: integer("promise_hours"),
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
    /** A short number of the run: every reading that it wrote carries it. */
    number: integer("number").generatedAlwaysAsIdentity().notNull(),
    /** Null once the source that the run brought is gone with it. */
    sourceId: integer("source_id"),
    /** What its source is called, also after it is gone. */
    sourceKey: text("source_key"),
    kind: text("kind").notNull(),
    fileName: text("file_name").notNull(),
    fileSha256: text("file_sha256"),
    mapping: jsonb("mapping").notNull(),
    /** What a person decided about the file: columns, repairs, what to do with rows that exist. */
    settings: jsonb("settings").notNull().default({}),
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
    /** What the last check found: guesses, counts, a sample of rows with their verdicts. */
    report: jsonb("report"),
    /** The last row of the file whose chunk is written: a resumed run goes on after it. */
    writtenThrough: integer("written_through").notNull().default(0),
    /** Whoever works on the run says so again and again; a run whose worker fell silent may be taken over. */
    heartbeatAt: instant("heartbeat_at"),
    firstDay: date("first_day"),
    lastDay: date("last_day"),
    undoUntil: instant("undo_until"),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
    /** Rows that an undo left as they are, because somebody changed them after the import. */
    leftAlone: integer("left_alone").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index().on(table.workspaceId, table.startedAt),
    uniqueIndex().on(table.number),
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

/** The bytes of an imported file in parts, so that any process can check, write or resume it. */
export const importFile = pgTable(
  "import_file",
  {
    workspaceId: workspaceId(),
    runId: uuid("run_id").notNull(),
    part: integer("part").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.runId, table.part] })],
)

/** How files with the same header were read the last time. */
export const importMapping = pgTable(
  "import_mapping",
  {
    workspaceId: workspaceId(),
    kind: text("kind").notNull(),
    headerSha256: text("header_sha256").notNull(),
    settings: jsonb("settings").notNull(),
    usedAt: instant("used_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.kind, table.headerSha256] })],
)

/** Every row that an import changed, before and after, written by triggers; what an undo works from. */
export const importJournal = pgTable(
  "import_journal",
  {
    workspaceId: workspaceId(),
    runId: uuid("run_id").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    tableName: text("table_name").notNull(),
    operation: text("operation").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.runId, table.seq] })],
)
