import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demoPeople } from "#db/seed/demo-people.ts"
import { eventually } from "./kit/eventually.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { requireSignIn, signInOver } from "./kit/sign-in.ts"
import { sized } from "./kit/sized.ts"
import { terminateConnections, workspaceIdOf } from "./kit/tables.ts"
import { startWeb, type WebProcess } from "./kit/web-process.ts"
import { openWriterPool, tellFacts, writerOf } from "./kit/writer.ts"

const times = sized(20, 5)

let database: OwnDatabase
let web: WebProcess

beforeAll(async () => {
  database = await ownDatabase()
  web = await startWeb({ appUrl: database.cluster.appUrl })
})

afterAll(async () => {
  await web?.end()
  await database?.stop()
})

type Answer = { status: number; type: string | null; retryAfter: string | null }

async function ask(path: string, cookie: string): Promise<Answer> {
  const given = AbortSignal.timeout(10_000)
  const answer = await fetch(`${web.origin}${path}`, {
    headers: { cookie },
    signal: given,
    redirect: "manual",
  })
  await answer.body?.cancel()
  const { status, headers } = answer
  return { status, type: headers.get("content-type"), retryAfter: headers.get("retry-after") }
}

test(`all database connections cut ${times} times: the process lives, nothing acknowledged is lost`, async () => {
  const { supervisor, cluster } = database
  const workspaceId = await workspaceIdOf(supervisor, "demo")
  const [admin, ...others] = demoPeople
  const cookie = await requireSignIn(web.origin, { email: admin.email, password: demoPassword })
  const pool = openWriterPool(cluster.appUrl, 4)
  const caller = writerOf(workspaceId)
  const acknowledged: string[] = []
  const sessions: string[] = []
  const answers: Answer[] = []
  const writeErrors: unknown[] = []
  let isRunning = true

  async function write(): Promise<void> {
    while (isRunning) {
      await tellFacts(caller, { hold: () => sleep(15) }).then(
        (id) => acknowledged.push(id),
        (error: unknown) => writeErrors.push(error),
      )
    }
  }
  async function watch(path: string): Promise<void> {
    while (isRunning) {
      answers.push(await ask(path, cookie))
      await sleep(10)
    }
  }
  async function signInAgainAndAgain(): Promise<void> {
    for (let turn = 0; isRunning; turn += 1) {
      const { email } = others[turn % others.length] ?? admin
      const { cookie: opened, status } = await signInOver(web.origin, {
        email,
        password: demoPassword,
      }).catch((error: unknown) => {
        throw new Error("A sign-in got no answer at all.", { cause: error })
      })
      expect(status).toBeLessThan(500)
      if (opened) sessions.push(opened)
      await sleep(30)
    }
  }

  const work = [
    write(),
    write(),
    write(),
    watch("/api/stream"),
    watch("/api/health/ready"),
    signInAgainAndAgain(),
  ]
  const failed = Promise.all(work).then(() => null)
  const killed = { idle: 0, busy: 0 }
  let slowestMs = 0
  for (let turn = 0; turn < times; turn += 1) {
    await Promise.race([sleep(400), failed])
    const { idle, busy } = await terminateConnections(supervisor)
    killed.idle += idle
    killed.busy += busy
    const begun = performance.now()
    await eventually("the service is back", { withinMs: 10_000 }, async () => {
      const [ready, stream] = [await ask("/api/health/ready", cookie), await ask("/api/stream", cookie)]
      return ready.status === 200 && stream.status === 200
    })
    slowestMs = Math.max(slowestMs, performance.now() - begun)
  }
  isRunning = false
  await failed
  await pool.close()
  console.log(
    `${times} cuts killed ${killed.idle} idle and ${killed.busy} busy connections; back after at most ` +
      `${Math.round(slowestMs)} ms; ${acknowledged.length} writes acknowledged, ${writeErrors.length} refused, ` +
      `${answers.filter(({ status }) => status === 503).length} of ${answers.length} answers were 503`,
  )

  expect(killed.idle).toBeGreaterThan(times)
  expect(killed.busy).toBeGreaterThan(times)
  expect(writeErrors.length).toBeGreaterThan(0)
  expect(web.isAlive()).toBe(true)
  expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused.filter(({ retryAfter }) => !(Number(retryAfter) > 0))).toEqual([])

  const rows = await supervisor<{ id: string }[]>`select case_id as id from event where case_type = 'check'`
  const stored = new Set(rows.map(({ id }) => id))
  expect(acknowledged.length).toBeGreaterThan(times)
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  expect(rows.length).toBe(stored.size)
  for (const opened of sessions.slice(-20)) expect((await ask("/api/stream", opened)).status).toBe(200)
})

test("a refusal names itself as a problem document", async () => {
  const cookie = await requireSignIn(web.origin, { email: demoPeople[0].email, password: demoPassword })
  await database.supervisor.unsafe("alter role csops_app connection limit 0")
  try {
    await terminateConnections(database.supervisor)
    const refused = await eventually("the stream is refused", { withinMs: 10_000 }, async () => {
      const answer = await ask("/api/stream", cookie)
      return answer.status === 503 ? answer : null
    })
    expect(refused.type).toBe("application/problem+json")
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
  } finally {
    await database.supervisor.unsafe("alter role csops_app connection limit -1")
  }
  await eventually("the service is back", { withinMs: 10_000 }, async () => {
    return (await ask("/api/stream", cookie)).status === 200
  })
})
