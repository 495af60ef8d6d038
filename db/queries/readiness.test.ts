import { expect, test } from "vitest"
import journal from "../../drizzle/meta/_journal.json" with { type: "json" }
import { testDatabase } from "../testing/workspace.ts"
import { assertReady } from "./readiness.ts"

const { pool } = testDatabase()
const brought = journal.entries.length

test("a schema with all migrations of this version is ready, and so is a newer one", async () => {
  await assertReady(pool.db)
  await assertReady(pool.db, brought - 1)
})

test("a schema that lacks a migration is not", async () => {
  await expect(assertReady(pool.db, brought + 1)).rejects.toThrow(
    `The database has ${brought} of the ${brought + 1} migrations that this version needs.`,
  )
})
