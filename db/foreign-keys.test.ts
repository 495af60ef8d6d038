import { expect, test } from "vitest"
import { newId } from "#lib/platform/new-id.ts"
import { testDatabase, testWorkspace } from "./testing/workspace.ts"
import { databaseErrorCode } from "./unavailable.ts"

const { owner } = testDatabase()

test.each([
  ["account", "parent_id", "account"],
  ["health_score", "account_id", "account"],
  ["account_health", "account_id", "account"],
  ["person", "manager_id", "person"],
  ["person_skill", "person_id", "person"],
  ["person_skill", "skill_id", "skill"],
  ["person_skill", "assessor_id", "person"],
  ["cost_rate", "person_id", "person"],
  ["membership", "person_id", "person"],
  ["contact", "relationship_owner_id", "person"],
  ["touchpoint", "person_id", "person"],
  ["sync_run", "source_id", "source"],
])("%s.%s names a %s of the same workspace", async (table, column, target) => {
  const found = await owner<{ columns: string[] }[]>`
    select array(select attname::text from unnest(conkey) with ordinality k(number, place)
      join pg_attribute on attrelid = conrelid and attnum = k.number order by place) as columns
    from pg_constraint where contype = 'f' and conrelid = ${table}::regclass and confrelid = ${target}::regclass`
  expect(found.map(({ columns }) => columns.join())).toContain(`workspace_id,${column}`)
})

test("an account cannot name a parent of another workspace", async () => {
  const [here, there] = [await testWorkspace(), await testWorkspace()]
  const parent = newId()
  const add = (workspaceId: string, id: string, parentId: string | null) => owner`
    insert into account (workspace_id, id, slug, external_id, name, name_key, parent_id)
    values (${workspaceId}, ${id}, ${id}, ${id}, 'A', 'a', ${parentId})`
  await add(there.workspaceId, parent, null)
  const wrong = await add(here.workspaceId, newId(), parent).catch((error: unknown) => error)
  expect(databaseErrorCode(wrong)).toBe("23503")
})
