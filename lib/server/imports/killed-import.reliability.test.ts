import { spawn } from "node:child_process"
import { join } from "node:path"
import postgres, { type Sql } from "postgres"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openPool, type Pool, setPool } from "#db/client.ts"
import { type OwnDatabase, ownDatabase } from "#e2e/reliability/kit/own-database.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { WorkspaceId } from "#lib/id.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import { check, load } from "./testing/load.ts"
import { undoImport } from "./undo-import.ts"
import { writeImport } from "./write-import.ts"

let database: OwnDatabase
let owner: Sql
let pool: Pool

beforeAll(async () => {
  database = await ownDatabase()
  owner = postgres(database.cluster.ownerUrl, { max: 2, onnotice: () => {} })
  pool = openPool({ url: database.cluster.appUrl, max: 4, name: "csops-check" })
  setPool(pool)
})

afterAll(async () => {
  await pool?.close()
  await owner?.end({ timeout: 5 })
  await database?.stop()
})

async function workspace(): Promise<Caller> {
  const workspaceId = newId() as WorkspaceId
  await owner`
    insert into workspace (id, slug, name, kind) values (${workspaceId}, ${`w-${workspaceId}`}, 'Killed', 'own')`
  return mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name: "Check", role: "admin", via: "command_line" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: new Date("2026-11-16T09:00:00Z"),
  })
}

/** Writes the run in a child and kills it once so many chunks were told; false when it was done before. */
function killAfter(caller: Caller, runId: string, chunks: number): Promise<boolean> {
  const program = join(import.meta.dirname, "testing/import-child.ts")
  const child = spawn(process.execPath, [program, database.cluster.appUrl, caller.workspaceId, runId], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  let told = 0
  child.stdout.on("data", (text: Buffer) => {
    told += text.toString().split("\n").length - 1
    if (told >= chunks) child.kill("SIGKILL")
  })
  return new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal === "SIGKILL")))
}

const silence = (runId: string) => owner`
  update sync_run set heartbeat_at = heartbeat_at - interval '31 seconds' where id = ${runId}`

/** All that an import may write, without what is random: ids, slugs and instants. */
async function content({ workspaceId }: Caller) {
  const accounts = await owner`
    select external_id, name, domain, version from account where workspace_id = ${workspaceId} order by 1`
  const readings = await owner`
    select a.external_id, m.key, s.day::text, s.value from signal s
      join account a on a.id = s.account_id join measure m on m.workspace_id = s.workspace_id and m.id = s.measure_id
    where s.workspace_id = ${workspaceId} order by 1, 2, 3`
  const runs = await owner`
    select kind, state, rows_read, created, updated, skipped, rejected, signals from sync_run
    where workspace_id = ${workspaceId} order by started_at`
  const rejected = await owner`
    select row_number, cells from rejected_row where workspace_id = ${workspaceId} order by 1`
  return JSON.stringify([accounts, readings, runs, rejected])
}

const accounts = [
  "customer_id,name,domain,parent,NPS",
  ...Array.from(
    { length: 2_000 },
    (_, at) => `K${at},Account ${at},a${at}.example,K${(at * 7) % 2_000},${at % 11}`,
  ),
].join("\n")

const signals = [
  "account,measure,day,value",
  ...Array.from({ length: 40_000 }, (_, at) => {
    const day = `2026-${String(1 + Math.floor(at / 8_000)).padStart(2, "0")}-10`
    return `${at % 97 === 0 ? `nobody ${at}` : `K${at % 2_000}`},Measure ${Math.floor(at / 2_000) % 4},${day},${at % 50}`
  }),
].join("\n")

test("killed again and again, an import ends with exactly the rows of one that nobody killed", async () => {
  const [whole, killed] = [await workspace(), await workspace()]
  const repairs = [{ do: "reject" as const, problem: "unknown_account", column: 0 }]
  const files: readonly [ImportKind, string][] = [
    ["accounts", accounts],
    ["signals", signals],
  ]
  let kills = 0
  for (const [kind, text] of files) {
    const settings = kind === "signals" ? { repairs } : {}
    await load(whole, { kind, text }, settings)
    const { runId } = await check(killed, { kind, text }, settings)
    for (const chunks of [1, 2, 3]) {
      if (!(await killAfter(killed, runId, chunks))) break
      kills += 1
      const [run] = await owner`select state, written_through from sync_run where id = ${runId}`
      expect(run?.state).toBe("writing")
      await expect(writeImport(killed, runId)).rejects.toMatchObject({ code: "conflict" })
      await silence(runId)
    }
    const outcome = await writeImport(killed, runId)
    expect(outcome.rows).toBe(text.split("\n").length - 1)
  }
  expect(kills).toBeGreaterThanOrEqual(4)
  expect(await content(killed)).toBe(await content(whole))
})

test("an import that was killed in the middle can be taken back instead of being finished", async () => {
  const caller = await workspace()
  await load(caller, { kind: "accounts", text: accounts })
  const before =
    await owner`select count(*)::int as count from signal where workspace_id = ${caller.workspaceId}`
  const repairs = [{ do: "reject" as const, problem: "unknown_account", column: 0 }]
  const { runId } = await check(caller, { kind: "signals", text: signals }, { repairs })
  expect(await killAfter(caller, runId, 2)).toBe(true)
  await silence(runId)
  const undone = await undoImport(caller, runId)
  expect(undone.takenBack).toBeGreaterThan(0)
  expect(undone.leftAlone).toBe(0)
  const after =
    await owner`select count(*)::int as count from signal where workspace_id = ${caller.workspaceId}`
  expect(after).toEqual(before)
})
