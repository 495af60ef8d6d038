import { spawn } from "node:child_process"
import { createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import postgres, { type Sql } from "postgres"
import { leanFlags } from "#bin/launcher/node-flags.ts"
import { removeCluster } from "#bin/postgres/remove-cluster.ts"
import { startPostgres } from "#bin/postgres/start-postgres.ts"
import { migrate } from "#db/migrate.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { dayOf } from "#lib/format/instant.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Bench } from "./bench.ts"
import type { ImportedInChild } from "./import-child.ts"

const timedRows = 1_000_000
const longRows = 5_000_000
const goalShare = 1 / 3
const floorPerSecond = 20_000
const mostBytes = 300 * 1024 ** 2
const mostMs = 250
const accounts = 2_000
const measures = 10

type Reading = readonly [account: number, measure: number, day: string, value: number]
type Place = { readonly owner: Sql; readonly appUrl: string; readonly folder: string }
type Book = { readonly workspaceId: string; readonly accountIds: readonly string[] }

/**
 * A CSV file of a million readings from the file to the last row, with all checks, against plain COPY of the same rows
 * into a table of the same shape with the same key and indexes. Then five million, for the memory of the importer.
 */
async function run(args: readonly string[]): Promise<{ figure: string; holds: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), "csops-bench-import-"))
  process.env.CSOPS_MASTER_KEY ??= Buffer.alloc(32, 7).toString("base64")
  const dataDir = join(folder, "data")
  const cluster = await startPostgres({ dataDir, log: console.log })
  const owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await migrate({ ...cluster, log: console.log })
    const place: Place = { owner, appUrl: cluster.appUrl, folder }
    const heap = await copyInto(place, "bench_heap", { isIndexed: false })
    console.log(`COPY into a bare heap, for comparison: ${told(heap)} rows/s`)
    const copied = await copyInto(place, "bench_indexed", { isIndexed: true })
    console.log(`COPY into a table of the same shape, key and indexes: ${told(copied)} rows/s`)
    const imported = await importFile(place, timedRows)
    const perSecond = timedRows / seconds(imported)
    const long = args.includes("--short") ? imported : await importFile(place, longRows)
    const longestMs = Math.max(imported.longestMs, long.longestMs)
    const share = perSecond / copied
    return {
      figure: `${told(perSecond)} rows/s, ${share.toFixed(2)} of COPY, ${mebibytes(long.peakBytes)} MiB, longest transaction ${longestMs.toFixed(0)} ms`,
      holds:
        share >= goalShare && perSecond >= floorPerSecond && long.peakBytes < mostBytes && longestMs < mostMs,
    }
  } finally {
    await owner.end({ timeout: 5 })
    await cluster.stop()
    await removeCluster(dataDir)
    rmSync(folder, { recursive: true, force: true })
  }
}

const told = (perSecond: number): string => Math.round(perSecond).toLocaleString("en-US")
const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0)
const seconds = (one: ImportedInChild) => one.receiveSeconds + one.checkSeconds + one.writeSeconds

/** Day by day, as a source tells its readings; the same rows on both sides. */
function* readings(rows: number): Generator<Reading> {
  const today = dayOf(new Date(), "UTC")
  const days = Math.ceil(rows / (accounts * measures))
  for (let written = 0, back = days - 1; written < rows; back -= 1) {
    const day = addDays(today, -back)
    for (let account = 0; account < accounts && written < rows; account += 1)
      for (let measure = 0; measure < measures && written < rows; measure += 1) {
        yield [account, measure, day, ((written * 7_919) % 1_000) / 10]
        written += 1
      }
  }
}

function* lines(rows: number, line: (reading: Reading) => string): Generator<string> {
  let text = ""
  for (const reading of readings(rows)) {
    text += line(reading)
    if (text.length < 65_536) continue
    yield text
    text = ""
  }
  yield text
}

async function copyInto(
  { owner }: Place,
  table: string,
  { isIndexed }: { isIndexed: boolean },
): Promise<number> {
  const including = isIndexed ? "including all" : "including defaults"
  await owner.unsafe(`create table ${table} (like signal ${including})`)
  const book = newBook()
  const begun = performance.now()
  const into = await owner
    .unsafe(
      `copy ${table} (workspace_id, account_id, measure_id, day, source_id, value, run_number) from stdin (format csv)`,
    )
    .writable()
  await pipeline(
    Readable.from(
      lines(
        timedRows,
        ([account, measure, day, value]) =>
          `${book.workspaceId},${book.accountIds[account]},${measure},${day},1,${value},1\n`,
      ),
    ),
    into,
  )
  const taken = (performance.now() - begun) / 1_000
  await owner.unsafe(`drop table ${table}`)
  return timedRows / taken
}

const newBook = (): Book => ({
  workspaceId: newId(),
  accountIds: Array.from({ length: accounts }, () => newId()),
})

/** Into a workspace of its own, by a process of its own. */
async function importFile(place: Place, rows: number): Promise<ImportedInChild> {
  const book = newBook()
  await furnish(place.owner, book)
  const path = join(place.folder, `signals-${rows}.csv`)
  await pipeline(
    Readable.from(
      (function* () {
        yield "account,measure,day,value\n"
        yield* lines(
          rows,
          ([account, measure, day, value]) => `K${account},measure_${measure},${day},${value}\n`,
        )
      })(),
    ),
    createWriteStream(path),
  )
  const imported = await inChild([place.appUrl, book.workspaceId, path])
  rmSync(path)
  if (imported.signals !== rows) throw new Error(`${imported.signals} of ${rows} readings arrived`)
  const { receiveSeconds, checkSeconds, writeSeconds, longestMs, peakBytes } = imported
  console.log(
    `${rows.toLocaleString("en-US")} rows: received in ${receiveSeconds.toFixed(1)} s, checked in ${checkSeconds.toFixed(1)} s, ` +
      `written in ${writeSeconds.toFixed(1)} s; longest transaction ${longestMs.toFixed(0)} ms; peak ${mebibytes(peakBytes)} MiB`,
  )
  return imported
}

async function furnish(owner: Sql, { workspaceId, accountIds }: Book): Promise<void> {
  await owner`
    insert into workspace (id, slug, name, kind) values (${workspaceId}, ${`bench-${workspaceId}`}, 'Bench', 'own')`
  await owner`
    insert into account (workspace_id, id, slug, external_id, name, name_key)
    select ${workspaceId}, id, 'k' || place - 1, 'K' || place - 1, 'Account ' || place, 'account ' || place
    from unnest(${accountIds as string[]}::uuid[]) with ordinality as g(id, place)`
}

function inChild(args: readonly string[]): Promise<ImportedInChild> {
  return new Promise((resolve, reject) => {
    const program = join(import.meta.dirname, "import-child.ts")
    const child = spawn(process.execPath, [...leanFlags, program, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    let output = ""
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.once("error", reject)
    child.once("exit", (status) =>
      status === 0
        ? resolve(JSON.parse(output) as ImportedInChild)
        : reject(new Error(`the import ended with ${status}`)),
    )
  })
}

export const importBench: Bench = {
  name: "import",
  about: "A CSV file of 1M readings with all checks, against plain COPY; 5M for memory (--short: without).",
  goal: ">= 1/3 of COPY, >= 20,000 rows/s, < 300 MiB, transactions < 250 ms",
  run,
}
