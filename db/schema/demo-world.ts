import { date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { createdAt, instant, workspaceId } from "./columns.ts"

/** Which made-up world a Demo workspace shows and up to which instant it has been told. One row a workspace. */
export const demoWorld = pgTable(
  "demo_world",
  {
    workspaceId: workspaceId(),
    seed: integer("seed").notNull(),
    anchorDay: date("anchor_day").notNull(),
    size: text("size").notNull(),
    /** Null until the first fill is complete. */
    toldTo: instant("told_to"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] })],
)
