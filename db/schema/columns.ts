import { customType, timestamp, uuid } from "drizzle-orm/pg-core"

/** Every tenant row begins with its workspace; row-level security compares it with the caller's. */
export const workspaceId = () => uuid("workspace_id").notNull()
export const id = () => uuid("id").notNull()

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })
export const createdAt = () => instant("created_at").notNull().defaultNow()

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" })

/** Transaction id, 64 bits, as text so that no digit is lost. */
export const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" })

/** The `json` type keeps the exact text it was given; `jsonb` would rewrite it. */
export const exactJson = customType<{ data: unknown; driverData: string }>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => (typeof value === "string" ? JSON.parse(value) : value),
})
