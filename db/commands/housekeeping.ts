import { sql } from "drizzle-orm"
import type { Db } from "../client.ts"

/** Makes the months ahead and forgets sign-ins that ended long ago. Safe to run at any time, any number of times. */
export async function keepHouse(on: Db): Promise<{ partitionsMade: number; sessionsForgotten: number }> {
  const [months] = await on.execute<{ made: number }>(sql`
    select ensure_month_partitions(now()::date, (now() + interval '3 months')::date) as made`)
  const [sessions] = await on.execute<{ gone: number }>(sql`select auth_forget_old_sessions() as gone`)
  return { partitionsMade: months?.made ?? 0, sessionsForgotten: sessions?.gone ?? 0 }
}
