import { type SQL, sql } from "drizzle-orm"
import type { Db } from "./client.ts"

type Statements = {
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
}

/** A transaction as the job queue speaks to it, so that a job is asked for together with the change it follows. */
export const statementsOf = (on: Db): Statements => ({
  executeSql: async (text, values = []) => {
    const pieces = text.split(/\$(\d+)/).map((piece, place): SQL => {
      return place % 2 === 0 ? sql.raw(piece) : sql`${values[Number(piece) - 1]}`
    })
    return { rows: [...(await on.execute(sql.join(pieces)))] }
  },
})
