import { basename } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { afterAll, beforeAll, expect, test } from "vitest"
import { identify } from "#bin/processes/identity.ts"
import { demoPeople } from "#db/seed/demo-people.ts"
import { eventually } from "./kit/eventually.ts"
import { type Launcher, type LauncherFolder, launcherFolder } from "./kit/launcher.ts"
import { demoPassword } from "./kit/own-database.ts"
import { requireSignIn } from "./kit/sign-in.ts"
import { sized } from "./kit/sized.ts"
import { workspaceIdOf } from "./kit/tables.ts"
import { openWriterPool, tellFacts, writerOf } from "./kit/writer.ts"

const kinds = ["web", "worker", "postmaster", "launcher", "everything"] as const
type Kind = (typeof kinds)[number]
const plan: readonly Kind[] = Array.from(
  { length: sized(10, kinds.length) },
  (_, turn) => kinds[turn % kinds.length]!,
)
const backWithinMs = 20_000

let folder: LauncherFolder
let launcher: Launcher

beforeAll(async () => {
  folder = await launcherFolder()
  launcher = folder.start()
  await folder.untilServing(120_000).catch((error: unknown) => {
    throw new Error(launcher.output(), { cause: error })
  })
})

afterAll(() => folder?.remove())

/** The processes that this kind of kill means, as they run now. */
async function victims(kind: Kind): Promise<number[]> {
  const { web } = folder.record()?.processes ?? {}
  const postmaster = folder.postmaster()
  if (kind === "launcher") return [launcher.pid]
  if (kind === "web") return web ? [web.pid] : []
  if (kind === "postmaster") return postmaster ? [postmaster.identity.pid] : []
  if (kind === "worker")
    return [
      await eventually("a worker runs", { withinMs: 15_000, everyMs: 5 }, () => {
        const worker = folder.record()?.processes.worker
        return worker && identify(worker.pid) ? worker.pid : null
      }),
    ]
  return [launcher.pid, web?.pid, postmaster?.identity.pid].filter((pid) => pid !== undefined)
}

test(`after each of ${plan.length} kills a plain start serves the same data at the same address`, async () => {
  const acknowledged: string[] = []
  let refused = 0
  let isWriting = true
  const workspaceId = await databaseWorkspace()
  const pool = openWriterPool(folder.databaseUrl("csops_app"), 2)
  const writer = writerOf(workspaceId)
  const writing = (async () => {
    while (isWriting)
      await tellFacts(writer, {}).then(
        (id) => acknowledged.push(id),
        async () => {
          refused += 1
          await sleep(20)
        },
      )
  })()

  for (const kind of plan) {
    const before = acknowledged.length
    const pids = await victims(kind)
    expect(pids.length, kind).toBeGreaterThan(0)
    const identities = pids.map((pid) => identify(pid)?.startedAt)
    const begun = performance.now()
    for (const pid of pids) process.kill(pid, "SIGKILL")
    await eventually(`${kind} is dead`, { withinMs: 5_000, everyMs: 5 }, () =>
      pids.every((pid, index) => identify(pid)?.startedAt !== identities[index]),
    )
    const killedLauncher = pids.includes(launcher.pid)
    const started = folder.start()
    if (killedLauncher) launcher = started
    else expect(await started.exited, started.output()).toBe(0)
    await eventually("the launcher announces itself", { withinMs: backWithinMs }, () =>
      started.output().includes(`runs at ${folder.origin}`),
    )
    await folder.untilServing(backWithinMs).catch((error: unknown) => {
      throw new Error(`After ${kind} was killed:\n${launcher.output()}`, { cause: error })
    })
    const backMs = performance.now() - begun
    console.log(`${kind} (${pids.join(", ")}) killed: back after ${(backMs / 1000).toFixed(1)} s`)
    expect(backMs).toBeLessThan(backWithinMs)
    expect(launcher.isAlive()).toBe(true)
    await requireSignIn(folder.origin, { email: demoPeople[1].email, password: demoPassword })
    await eventually(
      "writes are acknowledged again",
      { withinMs: backWithinMs },
      () => acknowledged.length > before,
    )
  }

  isWriting = false
  await writing
  await pool.close()
  const stored = await storedFacts()
  console.log(`${acknowledged.length} writes acknowledged, ${refused} refused, ${stored.size} stored`)
  expect(refused).toBeGreaterThan(0)
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
})

test("nothing is left over: one of each runs, and after an orderly stop none", async () => {
  const known = () => [launcher.pid, ...Object.values(folder.record()?.processes ?? {}).map(({ pid }) => pid)]
  const isServer = (command: string) => basename(command).startsWith("postgres")
  await eventually("no process of an earlier start runs", { withinMs: 10_000 }, () =>
    folder
      .processes()
      .every(({ pid, command }) => isServer(command) || known().includes(pid) || !identify(pid)),
  )
  expect(folder.processes().length).toBeGreaterThan(3)
  launcher.kill("SIGTERM")
  expect(await launcher.exited).toBe(0)
  expect(folder.processes()).toEqual([])
})

async function databaseWorkspace(): Promise<string> {
  const sql = postgres(folder.databaseUrl("postgres"), { max: 1, onnotice: () => {} })
  try {
    return await workspaceIdOf(sql, "demo")
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function storedFacts(): Promise<Set<string>> {
  const sql = postgres(folder.databaseUrl("postgres"), { max: 1, onnotice: () => {} })
  try {
    const rows = await sql<{ id: string }[]>`select case_id as id from event where case_type = 'check'`
    return new Set(rows.map(({ id }) => id))
  } finally {
    await sql.end({ timeout: 1 })
  }
}
