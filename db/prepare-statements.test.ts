import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { inWorkspace } from "./in-workspace.ts"
import { testDatabase, testWorkspace } from "./testing/workspace.ts"

const { owner } = testDatabase()

test("a statement is planned once for many transactions on its connection", async () => {
  const { caller } = await testWorkspace()
  const marker = `kept_${Date.now()}`
  const ask = () =>
    inWorkspace(caller, async (tx) => {
      await tx.execute(sql`select ${caller.workspaceId}::uuid as ${sql.identifier(marker)}`)
      const [row] = await tx.execute<{ kept: number }>(sql`
        select count(*)::int as kept from pg_prepared_statements
        where statement like ${`%${marker}%`} and statement not like '%pg_prepared%'`)
      return row?.kept
    })
  for (let nth = 0; nth < 8; nth++) expect(await ask()).toBe(1)
})

test("when a table gets another shape, one piece of work fails as passing trouble and the next one reads it", async () => {
  const { caller } = await testWorkspace()
  await owner`create table shape_test (id int)`
  await owner`insert into shape_test values (1)`
  await owner`grant select on shape_test to public`
  try {
    const read = () =>
      inWorkspace(caller, (tx) => tx.execute(sql`select * from shape_test where id = ${1}::int`))
    // Every connection of the pool keeps the statement.
    await Promise.all(Array.from({ length: 16 }, read))
    await owner`alter table shape_test add column name text default 'new'`
    await expect(read()).rejects.toMatchObject({ code: "unavailable" })
    expect([...(await read())]).toEqual([{ id: 1, name: "new" }])
  } finally {
    await owner`drop table shape_test`
  }
})
