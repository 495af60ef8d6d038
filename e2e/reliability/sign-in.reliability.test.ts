import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { Pool } from "#db/client.ts"
import { demoPeople } from "#db/seed/demo-people.ts"
import { signIn } from "#lib/server/auth/sign-in.ts"
import { demoPassword, type OwnDatabase, ownDatabase } from "./kit/own-database.ts"
import { seededRandom } from "./kit/seeded-random.ts"
import { signInOver } from "./kit/sign-in.ts"
import { sized } from "./kit/sized.ts"
import { startWeb, type WebProcess } from "./kit/web-process.ts"
import { openWriterPool } from "./kit/writer.ts"

const guesses = 50
const guessesAllowed = 10
const timedPairs = sized(200, 40)
const largestDifference = 0.05

let database: OwnDatabase
let web: WebProcess
let pool: Pool

beforeAll(async () => {
  database = await ownDatabase()
  web = await startWeb({ appUrl: database.cluster.appUrl })
  pool = openWriterPool(database.cluster.appUrl, 2)
})

afterAll(async () => {
  await pool?.close()
  await web?.end()
  await database?.stop()
})

const forgetGuesses = () => database.supervisor`truncate login_attempt`
beforeEach(forgetGuesses)

async function storedGuesses(email: string): Promise<number> {
  const [row] = await database.supervisor`
    select count(*)::int as count from login_attempt where email_key = ${email}`
  return row?.count
}

test.each([
  ["a known address", demoPeople[5].email],
  ["an unknown address", "nobody@demo.example"],
])(
  `of ${guesses} parallel guesses for %s ten are checked, whatever sender they claim`,
  async (_whose, email) => {
    const answers = await Promise.all(
      Array.from({ length: guesses }, (_, turn) =>
        signInOver(
          web.origin,
          { email: turn % 2 ? email : ` ${email.toUpperCase()} `, password: `guess ${turn}` },
          { "x-forwarded-for": `203.0.113.${turn}`, "x-real-ip": `198.51.100.${turn}` },
        ),
      ),
    )
    const checked = answers.filter(({ error }) => error === "CredentialsSignin")
    const refused = answers.filter(({ error }) => error?.startsWith("TooMany:"))
    expect(checked.length).toBe(guessesAllowed)
    expect(refused.length).toBe(guesses - guessesAllowed)
    expect(answers.every(({ cookie }) => cookie === null)).toBe(true)
    expect(await storedGuesses(email)).toBe(guessesAllowed)
    const waits = refused.map(({ error }) => Number(error?.split(":")[1]))
    expect(Math.min(...waits)).toBeGreaterThan(800)
    expect(Math.max(...waits)).toBeLessThanOrEqual(900)
    const right = await signInOver(web.origin, { email, password: demoPassword })
    expect(right.error).toMatch(/^TooMany:/)
    const other = await signInOver(web.origin, { email: demoPeople[6].email, password: demoPassword })
    expect(other.cookie).not.toBeNull()
  },
)

test("after a quarter of an hour the next guess is checked again", async () => {
  const { email } = demoPeople[5]
  for (let turn = 0; turn < guessesAllowed; turn += 1)
    await signInOver(web.origin, { email, password: "wrong" })
  expect((await signInOver(web.origin, { email, password: demoPassword })).error).toMatch(/^TooMany:/)
  await database.supervisor`update login_attempt set at = at - interval '15 minutes 1 second'`
  expect((await signInOver(web.origin, { email, password: demoPassword })).cookie).not.toBeNull()
})

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

test("the time of an answer does not tell whether an address is known", async () => {
  const random = seededRandom("sign-in timing")
  const times = { known: [] as number[], unknown: [] as number[] }
  const difference = () => Math.abs(median(times.known) / median(times.unknown) - 1)

  async function time(kind: "known" | "unknown"): Promise<void> {
    const email = kind === "known" ? demoPeople[5].email : "nobody@demo.example"
    const begun = performance.now()
    const outcome = await signIn({ email, password: "a wrong password", userAgent: null })
    times[kind].push(performance.now() - begun)
    expect(outcome).toMatchObject({ ok: false, reason: "wrong" })
  }
  async function timePairs(pairs: number): Promise<void> {
    for (let pair = 0; pair < pairs; pair += 1) {
      const order = random() < 0.5 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)
      for (const kind of order) await time(kind)
      await forgetGuesses()
    }
  }

  await timePairs(3)
  times.known = []
  times.unknown = []
  // A busy machine needs more pairs before its medians settle; a real difference never goes away.
  for (let round = 0; round < 5 && (round === 0 || difference() >= largestDifference); round += 1)
    await timePairs(timedPairs)
  console.log(
    `${times.known.length} pairs: known ${median(times.known).toFixed(2)} ms, unknown ` +
      `${median(times.unknown).toFixed(2)} ms, difference ${(100 * difference()).toFixed(1)} %`,
  )
  expect(times.known.length).toBeGreaterThanOrEqual(timedPairs)
  expect(median(times.known)).toBeGreaterThan(5)
  expect(difference()).toBeLessThan(largestDifference)
})

test(`${guesses} people signing in at once leave the doors quick`, async () => {
  const emails = Array.from({ length: guesses }, (_, turn) => `person${turn}@flood.example`)
  await database.supervisor`
    with template as (select password_hash from login limit 1),
    made as (
      insert into login (id, email, email_key, name, password_hash)
      select gen_random_uuid(), email, email, 'Flood', password_hash
      from template, unnest(${emails}::text[]) as email returning id)
    insert into membership (workspace_id, login_id, role)
    select w.id, made.id, 'viewer' from made, workspace w where w.slug = 'demo'`
  await signInOver(web.origin, { email: demoPeople[0].email, password: demoPassword })
  const waits: number[] = []
  const probes: Promise<void>[] = []
  let isFlooding = true
  let inFlight = 0
  let mostInFlight = 0

  async function probe(): Promise<void> {
    const intended = performance.now()
    const answer = await fetch(`${web.origin}/api/health/ready`, { headers: { "x-check": randomUUID() } })
    await answer.body?.cancel()
    expect(answer.status).toBe(200)
    waits.push(performance.now() - intended)
  }
  const probing = (async () => {
    while (isFlooding) {
      probes.push(probe())
      await sleep(25)
    }
  })()
  const answers = await Promise.all(
    emails.map(async (email) => {
      inFlight += 1
      mostInFlight = Math.max(mostInFlight, inFlight)
      const answer = await signInOver(web.origin, { email, password: demoPassword })
      inFlight -= 1
      return answer
    }),
  )
  isFlooding = false
  await probing
  await Promise.all(probes)
  const p99 = waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.99) - 1] ?? Number.NaN
  console.log(`${waits.length} probes during ${guesses} sign-ins: p99 ${Math.round(p99)} ms`)
  expect(mostInFlight).toBe(guesses)
  expect(answers.filter(({ cookie }) => cookie === null)).toEqual([])
  expect(waits.length).toBeGreaterThan(10)
  expect(p99).toBeLessThan(2_000)
})
