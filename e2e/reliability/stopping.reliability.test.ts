import { setTimeout as sleep } from "node:timers/promises"
import postgres, { type Sql } from "postgres"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { demoPeople } from "#db/seed/demo-people.ts"
import { EventReader } from "./kit/event-reader.ts"
import { eventually } from "./kit/eventually.ts"
import { type LauncherFolder, launcherFolder } from "./kit/launcher.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { requireSignIn } from "./kit/sign-in.ts"
import { sized } from "./kit/sized.ts"
import { beginning } from "./kit/tables.ts"
import { startWeb } from "./kit/web-process.ts"

const streams = sized(100, 20)
const slowPages = 4
const exitWithinMs = 10_000

type Stoppable = {
  origin: string
  supervisor: Sql
  terminate: () => void
  exited: Promise<number | NodeJS.Signals>
  /** Orderly ends; 143 is how the framework says "asked by SIGTERM". */
  orderly: readonly number[]
}

/** Opens streams and pages that wait for a lock, asks the product to stop, and sees what each gets. */
async function stopUnderWay({ origin, supervisor, terminate, exited, orderly }: Stoppable): Promise<void> {
  const cookies: string[] = []
  for (const { email } of demoPeople.slice(0, Math.ceil(streams / 15)))
    cookies.push(await requireSignIn(origin, { email, password: demoPassword }))
  const after = await beginning(supervisor)
  const readers = Array.from({ length: streams }, (_, index) => {
    const cookie = cookies[Math.floor(index / 15)] ?? ""
    return new EventReader({ origin, cookie, after, pauseMs: () => 60_000 })
  })
  await eventually("all streams are open", { withinMs: 30_000 }, () => readers.every(({ isOpen }) => isOpen))
  const locked = Promise.withResolvers<void>()
  const unlock = Promise.withResolvers<void>()
  const holding = supervisor.begin(async (tx) => {
    await tx`lock table account in access exclusive mode`
    locked.resolve()
    await unlock.promise
  })
  await locked.promise
  const pages = Array.from({ length: slowPages }, () => pageAt(origin, cookies[0] ?? ""))
  await eventually("the slow requests wait for the lock", { withinMs: 10_000 }, async () => {
    const waiting = await supervisor`
      select 1 from pg_stat_activity where usename = 'csops_app' and wait_event_type = 'Lock'`
    return waiting.length >= slowPages
  })

  const begun = performance.now()
  terminate()
  await eventually("every stream was told", { withinMs: 5_000 }, () =>
    readers.every(({ endReasons }) => endReasons.length > 0),
  )
  const toldMs = performance.now() - begun
  await sleep(1_000)
  unlock.resolve()
  await holding
  const answers = await Promise.all(pages)
  const status = await exited
  const stoppedMs = performance.now() - begun
  for (const reader of readers) reader.stop()
  console.log(
    `${streams} streams told after ${Math.round(toldMs)} ms, ${slowPages} slow pages finished, ` +
      `exit ${status} after ${Math.round(stoppedMs)} ms`,
  )
  for (const { endReasons } of readers) expect(endReasons).toEqual(['{"reason":"restart"}'])
  expect(answers).toEqual(answers.map(() => ({ status: 200, isWhole: true })))
  expect(orderly).toContain(status)
  expect(stoppedMs).toBeLessThan(exitWithinMs)
}

/** A page that reads accounts; whole when its last byte came. */
async function pageAt(origin: string, cookie: string): Promise<{ status: number; isWhole: boolean }> {
  const answer = await fetch(`${origin}/accounts`, { headers: { cookie }, redirect: "manual" })
  const text = await answer.text()
  return { status: answer.status, isWhole: text.trimEnd().endsWith("</html>") }
}

describe("the web process alone", () => {
  let database: OwnDatabase
  beforeAll(async () => {
    database = await ownDatabase()
  })
  afterAll(() => database?.stop())

  test("asked to stop, it ends its streams, finishes what is under way and goes", async () => {
    const web = await startWeb({ appUrl: database.cluster.appUrl })
    try {
      const { origin, exited } = web
      const terminate = () => web.kill("SIGTERM")
      await stopUnderWay({ origin, supervisor: database.supervisor, terminate, exited, orderly: [0, 143] })
    } finally {
      await web.end()
    }
  })
})

describe("the product as a whole", () => {
  let folder: LauncherFolder
  beforeAll(async () => {
    folder = await launcherFolder()
  })
  afterAll(() => folder?.remove())

  test("asked to stop, the launcher ends all parts the same way, the database last", async () => {
    const launcher = folder.start()
    await folder.untilServing(120_000)
    const supervisor = postgres(folder.databaseUrl("postgres"), { max: 2, onnotice: () => {} })
    const { origin } = folder
    const terminate = () => launcher.kill("SIGTERM")
    await stopUnderWay({ origin, supervisor, terminate, exited: launcher.exited, orderly: [0] })
    await supervisor.end({ timeout: 1 })
    expect(folder.processes()).toEqual([])
  })
})
