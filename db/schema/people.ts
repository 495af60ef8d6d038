import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { segments } from "#lib/accounts/schema.ts"
import { jobFunctions } from "#lib/people/schema.ts"
import { createdAt, id, workspaceId } from "./columns.ts"

export const segmentEnum = pgEnum("segment", segments)
export const jobFunctionEnum = pgEnum("job_function", jobFunctions)

export const team = pgTable(
  "team",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    segment: segmentEnum("segment"),
    region: text("region"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.name),
  ],
)

export const person = pgTable(
  "person",
  {
    workspaceId: workspaceId(),
    id: id(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    position: text("position").notNull(),
    jobFunction: jobFunctionEnum("job_function").notNull(),
    managerId: uuid("manager_id"),
    teamId: uuid("team_id"),
    fte: numeric("fte", { precision: 4, scale: 2 }).notNull().default("1"),
    timeZone: text("time_zone"),
    startedOn: date("started_on"),
    endedOn: date("ended_on"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.externalId),
  ],
)

export const skill = pgTable(
  "skill",
  { workspaceId: workspaceId(), id: id(), name: text("name").notNull(), kind: text("kind").notNull() },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.name),
  ],
)

export const personSkill = pgTable(
  "person_skill",
  {
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    skillId: uuid("skill_id").notNull(),
    level: smallint("level").notNull(),
    assessorId: uuid("assessor_id"),
    assessedOn: date("assessed_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.personId, table.skillId] })],
)

/** Loaded cost of an hour, valid from a day on. */
export const costRate = pgTable(
  "cost_rate",
  {
    workspaceId: workspaceId(),
    personId: uuid("person_id").notNull(),
    validFrom: date("valid_from").notNull(),
    hourlyCents: bigint("hourly_cents", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.personId, table.validFrom] })],
)

/** What success means for a kind of account; versioned, the newest version of a name is in force. */
export const successProfile = pgTable(
  "success_profile",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    version: integer("version").notNull(),
    segment: segmentEnum("segment"),
    goals: jsonb("goals").$type<string[]>().notNull(),
    skills: jsonb("skills").$type<{ skill: string; level: number; must: boolean }[]>().notNull(),
    language: text("language"),
    cadenceDays: integer("cadence_days").notNull(),
    effortHoursPerMonth: numeric("effort_hours_per_month", { precision: 6, scale: 2 }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.name, table.version),
    index().on(table.workspaceId, table.segment),
  ],
)
