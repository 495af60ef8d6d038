import { Agent, get } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { setOverride } from "#db/commands/overrides.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import type { Bench } from "./bench.ts"
import { importReadings } from "./import-readings.ts"
import { type OpenProduct, openProduct } from "./open-product.ts"
import { percentile } from "./percentile.ts"
import { openStream, type StreamReader } from "./stream-reader.ts"

const streams = 200
const readers = 20
const streamsPerSession = 10
const commits = 40
const warmingCommits = 15
/** While an import runs: as many as it lasts, but no more than these, and with fewer than those nothing is said. */
const mostDuringImport = 100
const leastDuringImport = 20
const goalNudgedMs = 200
const goalRenderedMs = 500
const importedRows = 1_000_000
/** As long as an open page waits for more before it looks again. */
const gatherMs = 40

type Measured = { readonly nudged: number[]; readonly rendered: number[] }

/**
 * A judgement is committed; every open stream hears of it, and the readers that show the account ask for its page anew,
 * as the page in a browser does, until the judgement is on it. The same again while an import of a million readings is
 * written into the same workspace, unless --quiet-only is given.
 */
async function run(args: readonly string[]): Promise<{ figure: string; holds: boolean | null }> {
  const product = await openProduct({ accounts: 1_000 })
  const open: StreamReader[] = []
  try {
    await rescoreWorkspace(product.caller, { day: product.today })
    const cookies = await Promise.all(
      Array.from({ length: streams / streamsPerSession }, () => product.signIn()),
    )
    for (const cookie of cookies) {
      for (let nth = 0; nth < streamsPerSession; nth++)
        open.push(openStream({ origin: product.origin, cookie, type: "health.override_set" }))
      await Promise.all(open.map((stream) => stream.opened))
    }
    const measure = (times: number) =>
      measureAll({ product, open, cookies, times, isWanted: async () => true })
    await measure(warmingCommits)
    const quiet = told("quiet", await measure(commits))
    if (args.includes("--quiet-only")) return { ...quiet, holds: quiet.holds ? null : false }
    const rows = rowsAsked(args)
    const importing = importReadings(product, { rows })
    await importing.writes
    const during = { product, open, cookies, times: mostDuringImport, isWanted: importing.isRunning }
    const measured = await measureAll(during)
    const busy = told(`during an import of ${rows} rows`, measured)
    console.log(await importing.outcome)
    const isEnough = rows >= importedRows && commitsIn(measured) >= leastDuringImport
    const isSlow = !quiet.holds || !busy.holds
    return { figure: `${quiet.figure}; ${busy.figure}`, holds: isSlow ? false : isEnough || null }
  } finally {
    for (const stream of open) stream.stop()
    await product.close()
  }
}

/** Each commit is heard by every stream. */
const commitsIn = ({ nudged }: Measured): number => nudged.length / streams

function told(when: string, { nudged, rendered }: Measured): { figure: string; holds: boolean } {
  const n = commitsIn({ nudged, rendered })
  const [a, b] = [percentile(nudged, 0.95), percentile(rendered, 0.95)]
  const middle = (values: readonly number[]) => percentile(values, 0.5).toFixed(0)
  console.log(
    `${when}: ${n} commits; nudged median ${middle(nudged)} ms, p95 ${a.toFixed(0)} ms; ` +
      `rendered median ${middle(rendered)} ms, p95 ${b.toFixed(0)} ms`,
  )
  return {
    figure: `${when} nudged p95 ${a.toFixed(0)} ms, rendered p95 ${b.toFixed(0)} ms (n = ${n} commits)`,
    holds: n === 0 || (a <= goalNudgedMs && b <= goalRenderedMs),
  }
}

/** `--rows=N` asks for a smaller import than the goal speaks of. */
const rowsAsked = (args: readonly string[]): number =>
  Number(args.find((arg) => arg.startsWith("--rows="))?.slice("--rows=".length) ?? importedRows)

type Measuring = {
  readonly product: OpenProduct
  readonly open: readonly StreamReader[]
  readonly cookies: readonly string[]
  readonly times: number
  /** Asked after each commit; the one after which it is false does not count, and none follows. */
  readonly isWanted: () => Promise<boolean>
}

async function measureAll({ product, open, cookies, times, isWanted }: Measuring): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const measured: Measured = { nudged: [], rendered: [] }
  for (let nth = 0; nth < times; nth++) {
    const account = product.accounts[nth % commits]!
    const words = `Judged in try ${nth} at ${Math.round(performance.now())}.`
    const heard = open.map((stream) => stream.hears(account.id))
    let committed = 0
    const rendered = heard.slice(0, readers).map(async (hearing, reader) => {
      await hearing
      await sleep(gatherMs)
      const cookie = cookies[reader % cookies.length]!
      const asked = { agent, cookie, words, url: `${product.origin}/accounts/${account.slug}` }
      while (!(await isShown(asked))) {
        if (performance.now() - committed > 30_000)
          throw new Error(`${asked.url} does not show what was committed.`)
        await sleep(20)
      }
      return performance.now()
    })
    const shown = Promise.all(rendered)
    shown.catch(() => {})
    await judge(product, { accountId: account.id, words, onWritten: () => (committed = performance.now()) })
    const [heardAt, shownAt] = [await Promise.all(heard), await shown]
    if (!(await isWanted())) break
    for (const at of heardAt) measured.nudged.push(Math.max(0, at - committed))
    for (const at of shownAt) measured.rendered.push(at - committed)
    await sleep(100 + Math.random() * 200)
  }
  agent.destroy()
  return measured
}

/** The clock starts right before the commit is sent. */
async function judge(
  { caller, today }: OpenProduct,
  { accountId, words, onWritten }: { accountId: string; words: string; onWritten: () => void },
): Promise<void> {
  const override = {
    accountId,
    score: 30,
    reason: words,
    expiresAt: new Date(`${addDays(today, 30)}T00:00:00Z`),
    day: today,
  }
  await inWorkspace(caller, async (tx) => {
    const outcome = await setOverride(tx, caller, override)
    if (!outcome.ok) throw new Error(`The judgement was refused: ${outcome.reason}`)
    onWritten()
  })
}

type Asked = { readonly agent: Agent; readonly cookie: string; readonly url: string; readonly words: string }

/** What the open page asks for when it looks again: the same page without its frame. */
function isShown({ agent, cookie, url, words }: Asked): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}?_rsc`, { agent, headers: { cookie, rsc: "1" } }, (answer) => {
      let text = ""
      answer.setEncoding("utf8")
      answer.on("data", (chunk: string) => {
        text += chunk
      })
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(text.includes(words))
        else reject(new Error(`${url} answered with ${answer.statusCode}.`))
      })
      answer.on("error", reject)
    })
    request.on("error", reject)
  })
}

export const commitToScreen: Bench = {
  name: "commit-to-screen",
  about: `${streams} open streams, ${readers} showing the changed account, on a quiet machine and while ${importedRows} rows are imported.`,
  goal: `nudged p95 <= ${goalNudgedMs} ms, rendered p95 <= ${goalRenderedMs} ms`,
  run,
}
