import { index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { roles } from "#lib/access/roles.ts"
import { workspaceKinds } from "#lib/workspaces/schema.ts"
import { bytes, createdAt, instant, workspaceId } from "./columns.ts"

export const workspaceKindEnum = pgEnum("workspace_kind", workspaceKinds)
export const roleEnum = pgEnum("role", roles)

export const workspace = pgTable("workspace", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: workspaceKindEnum("kind").notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  currency: text("currency").notNull().default("USD"),
  createdAt: createdAt(),
})

/** A person's global sign-in. The app role reaches it through the `auth_…` functions alone. */
export const login = pgTable("login", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull(),
  emailKey: text("email_key").notNull().unique(),
  name: text("name").notNull(),
  passwordHash: text("password_hash").notNull(),
  disabledAt: instant("disabled_at"),
  createdAt: createdAt(),
})

export const membership = pgTable(
  "membership",
  {
    workspaceId: workspaceId(),
    loginId: uuid("login_id").notNull(),
    role: roleEnum("role").notNull(),
    personId: uuid("person_id"),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.loginId] }), index().on(table.loginId)],
)

export const session = pgTable(
  "session",
  {
    id: uuid("id").primaryKey(),
    tokenHash: bytes("token_hash").notNull(),
    loginId: uuid("login_id").notNull(),
    workspaceId: workspaceId(),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [uniqueIndex().on(table.tokenHash), index().on(table.loginId)],
)

/** One row per guess that has not (yet) succeeded. */
export const loginAttempt = pgTable(
  "login_attempt",
  { emailKey: text("email_key").notNull(), at: instant("at").notNull().defaultNow() },
  (table) => [index().on(table.emailKey, table.at)],
)

/** Facts of this installation: cluster epoch of the event cursors and the like. */
export const installation = pgTable("installation", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
})
