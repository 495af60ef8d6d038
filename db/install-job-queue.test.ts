import { getRollbackPlans } from "pg-boss"
import postgres from "postgres"
import { afterAll, expect, inject, test } from "vitest"
import { installJobQueue } from "./install-job-queue.ts"

const owner = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} })
afterAll(() => owner.end({ timeout: 5 }))
const schema = "older_jobs"

async function version(): Promise<number> {
  const [row] = await owner<{ version: number }[]>`select version from ${owner(schema)}.version`
  return row?.version ?? 0
}

test("a job queue of an older version is brought up to date, and stays", async () => {
  await installJobQueue(owner, schema)
  const newest = await version()
  await owner.unsafe(getRollbackPlans(schema, newest))
  expect(await version()).toBe(newest - 1)
  await installJobQueue(owner, schema)
  expect(await version()).toBe(newest)
  await installJobQueue(owner, schema)
  expect(await version()).toBe(newest)
})
