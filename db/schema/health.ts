import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import type { ScoreReason } from "#lib/health/reasons.ts"
import { createdAt, id, instant, workspaceId } from "./columns.ts"

export const healthModelStateEnum = pgEnum("health_model_state", ["draft", "published", "retired"])
export const scoreBandEnum = pgEnum("score_band", ["red", "yellow", "green", "insufficient"])

/** A version of a way to score. `definition` is checked by the schema in lib/health on every read. */
export const healthModel = pgTable(
  "health_model",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    version: integer("version").notNull(),
    state: healthModelStateEnum("state").notNull(),
    rank: integer("rank").notNull().default(0),
    definition: jsonb("definition").notNull(),
    explanation: jsonb("explanation").notNull(),
    createdAt: createdAt(),
    publishedAt: instant("published_at"),
    publishedBy: text("published_by"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.name, table.version),
  ],
)

/** The score of an account on a day, with the parts that add up to it. History is never rewritten. */
export const healthScore = pgTable(
  "health_score",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    day: date("day").notNull(),
    modelId: uuid("model_id").notNull(),
    value: smallint("value"),
    exact: doublePrecision("exact"),
    band: scoreBandEnum("band").notNull(),
    coverage: real("coverage").notNull(),
    score: jsonb("score").notNull(),
    computedAt: instant("computed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.accountId, table.day] })],
)

/** The newest score of each account: what lists filter, sort and count by. */
export const accountHealth = pgTable(
  "account_health",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    day: date("day").notNull(),
    value: smallint("value"),
    band: scoreBandEnum("band").notNull(),
    coverage: real("coverage").notNull(),
    reasons: jsonb("reasons").$type<ScoreReason[]>().notNull(),
    weekAgoValue: smallint("week_ago_value"),
    trend: text("trend").notNull(),
    computedAt: instant("computed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.accountId] }),
    index().on(table.workspaceId, table.band, table.value),
  ],
)

export const healthOverride = pgTable(
  "health_override",
  {
    workspaceId: workspaceId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    value: smallint("value").notNull(),
    reason: text("reason").notNull(),
    authorId: uuid("author_id").notNull(),
    authorName: text("author_name").notNull(),
    setAt: instant("set_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index().on(table.workspaceId, table.accountId, table.setAt),
  ],
)
