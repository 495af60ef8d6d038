import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres, { type Sql } from "postgres"
import { keepTruth, readTruth } from "#bin/launcher/keep-truth.ts"
import { removeCluster } from "#bin/postgres/remove-cluster.ts"
import { startPostgres } from "#bin/postgres/start-postgres.ts"
import { migrate } from "#db/migrate.ts"
import { ensureDemo } from "#db/seed/ensure-demo.ts"
import { ensureWorkspaces } from "#db/seed/ensure-workspaces.ts"
import type { WorldTruth } from "#lib/demo/truth.ts"
import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import { auc } from "#lib/math/auc.ts"
import { spearman } from "#lib/math/spearman.ts"
import type { Bench } from "./bench.ts"

const anchorDay = "2026-11-20"
/** A customer counts as lost when it decides to leave within so many days. */
const horizonDays = 91
const dateStep = 28
const firstDate = -616
const signalMaxAge = 45
/** Measures of which more is worse. */
const worseWhenHigh = new Set(["open_tickets", "payment_overdue", "sponsor_contact"])

type Case = {
  readonly day: string
  readonly hazard: number
  readonly isLost: boolean
  readonly score: number | null
  readonly signals: ReadonlyMap<string, number>
}

async function run(): Promise<{ figure: string; holds: boolean }> {
  const dataDir = mkdtempSync(join(tmpdir(), "csops-bench-world-"))
  process.env.CSOPS_MASTER_KEY = Buffer.alloc(32, 7).toString("base64")
  const cluster = await startPostgres({ dataDir, log: console.log })
  const owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await migrate({ ...cluster, log: console.log })
    await ensureWorkspaces({ ownerUrl: cluster.ownerUrl, demoPassword: "a password for benches" })
    const now = new Date(`${anchorDay}T22:00:00Z`)
    const begun = performance.now()
    const fill = { ...cluster, now, size: "full" as const, log: console.log }
    await ensureDemo(fill)
    const seconds = (performance.now() - begun) / 1000
    // A second start finds the world filled, and writes the file as each start of the product does.
    await ensureDemo({ ...fill, onTold: (told) => keepTruth(dataDir, told) })
    const truth = readTruth(dataDir)
    if (!truth) throw new Error("No truth was kept.")
    await tellSizes(owner)
    const cases = await casesOf(owner, truth)
    return judge(cases, seconds)
  } finally {
    await owner.end()
    await cluster.stop()
    await removeCluster(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function tellSizes(owner: Sql): Promise<void> {
  for (const table of ["account", "person", "contract", "arr_movement", "contact", "touchpoint", "signal"]) {
    const [row] = await owner<{ count: number }[]>`select count(*)::int as count from ${owner(table)}`
    console.log(`${table.padEnd(14)} ${row?.count.toLocaleString("en-US")}`)
  }
  const bands = await owner<{ band: string; count: number }[]>`
    select h.band::text, count(*)::int from account_health h join account a on a.workspace_id = h.workspace_id
      and a.id = h.account_id where a.lifecycle_stage <> 'churned' group by 1 order by 2 desc`
  console.log(`customers by band: ${bands.map(({ band, count }) => `${band} ${count}`).join(", ")}`)
}

/** Every customer that has not decided to leave, at every date: the truth, and what the product knew. */
async function casesOf(owner: Sql, truth: WorldTruth): Promise<Case[]> {
  const cases: Case[] = []
  for (let back = firstDate; back <= -horizonDays; back += dateStep) {
    const day = addDays(anchorDay, back)
    const at = daysBetween(truth.firstDay, day)
    const scores = await owner<{ id: string; value: number | null }[]>`
      select a.external_id as id, h.value from health_score h join account a on a.workspace_id = h.workspace_id
        and a.id = h.account_id where h.day = ${day}`
    const readings = await owner<{ id: string; key: string; value: number }[]>`
      select distinct on (s.account_id, s.measure_id) a.external_id as id, m.key, s.value from signal s
        join account a on a.workspace_id = s.workspace_id and a.id = s.account_id
        join measure m on m.workspace_id = s.workspace_id and m.id = s.measure_id
      where s.day <= ${day} and s.day > ${addDays(day, -signalMaxAge)}
      order by s.account_id, s.measure_id, s.day desc`
    const scoreOf = new Map(scores.map(({ id, value }) => [id, value]))
    const signalsOf = Map.groupBy(readings, ({ id }) => id)
    for (const [id, { from, perMillion }] of Object.entries(truth.hazards)) {
      const hazard = perMillion[at - from] ?? 0
      if (hazard === 0) continue
      const isLost = truth.losses.some(
        ({ accountExternalId, noticeOn }) =>
          accountExternalId === id && noticeOn > at && noticeOn <= at + horizonDays,
      )
      const signals = new Map((signalsOf.get(id) ?? []).map(({ key, value }) => [key, value]))
      cases.push({ day, hazard, isLost, score: scoreOf.get(id) ?? null, signals })
    }
  }
  return cases
}

function judge(cases: readonly Case[], seconds: number): { figure: string; holds: boolean } {
  const losses = cases.filter(({ isLost }) => isLost).length
  console.log(`${cases.length} cases, ${losses} of them lost within ${horizonDays} days`)
  const truthOf = (some: readonly Case[]) =>
    auc(some.map(({ hazard, isLost }) => ({ value: hazard, isPositive: isLost }))) ?? 0
  const measures = [...new Set(cases.flatMap(({ signals }) => [...signals.keys()]))].sort()
  let best = { key: "", auc: 0 }
  let holds = true
  for (const key of measures) {
    // Truth and signal are compared on the same cases: those in which the signal is known.
    const known = cases.filter(({ signals }) => signals.has(key))
    const sign = worseWhenHigh.has(key) ? 1 : -1
    const risks = known.map(({ signals, isLost }) => ({
      value: sign * signals.get(key)!,
      isPositive: isLost,
    }))
    const own = auc(risks) ?? 0
    const truth = truthOf(known)
    console.log(
      `${key.padEnd(16)} AUC ${own.toFixed(3)}   true hazard ${truth.toFixed(3)}   n = ${known.length}`,
    )
    if (own > best.auc) best = { key, auc: own }
    holds &&= truth > own
  }
  const scored = cases.filter(({ score }) => score !== null)
  const health = auc(scored.map(({ score, isLost }) => ({ value: -score!, isPositive: isLost }))) ?? 0
  console.log(
    `health score     AUC ${health.toFixed(3)}   true hazard ${truthOf(scored).toFixed(3)}   n = ${scored.length}`,
  )
  const correlations = [...Map.groupBy(scored, ({ day }) => day)].map(([day, some]) => {
    const value = spearman(some.map(({ score, hazard }) => [-score!, hazard] as const)) ?? 0
    console.log(`${day} Spearman of health and true hazard ${value.toFixed(3)}   n = ${some.length}`)
    return value
  })
  const pooled = spearman(scored.map(({ score, hazard }) => [-score!, hazard] as const)) ?? 0
  const least = Math.min(...correlations)
  const figure =
    `true hazard AUC ${truthOf(cases).toFixed(3)}, best signal ${best.key} ${best.auc.toFixed(3)}, ` +
    `health AUC ${health.toFixed(3)}, Spearman ${pooled.toFixed(3)} (n = ${scored.length}, least of ${correlations.length} dates ${least.toFixed(3)}), ` +
    `filled in ${seconds.toFixed(0)} s`
  return { figure, holds }
}

export const world: Bench = {
  name: "world",
  about:
    "Fills the demo, then ranks accounts by true hazard, by each signal and by health against later losses.",
  goal: "the true hazard ranks better than any single signal",
  run,
}
