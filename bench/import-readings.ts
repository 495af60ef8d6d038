import { addDays } from "#lib/format/calendar-day.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"
import { lookAtImport } from "#lib/server/imports/look-at-import.ts"
import { receiveFile } from "#lib/server/imports/receive-file.ts"
import { startWriting } from "#lib/server/imports/start-writing.ts"
import type { OpenProduct } from "./open-product.ts"

export type RunningImport = {
  /** Resolves when the worker has begun to write. */
  readonly writes: Promise<void>
  /** Asks the database, which knows of the end before anybody here does. */
  readonly isRunning: () => Promise<boolean>
  /** How it ended, in words. */
  readonly outcome: Promise<string>
}

/** Imports so many readings of the book's accounts as a person would: file, check, write by the worker. */
export function importReadings(product: OpenProduct, { rows }: { rows: number }): RunningImport {
  const run = begin(product, rows)
  const outcome = run.then((runId) => end(product, runId))
  outcome.catch(() => {})
  return {
    writes: run.then((runId) => firstRow(product, runId)),
    isRunning: () => run.then(async (runId) => !isOver(await progressOf(product, runId))),
    outcome,
  }
}

async function begin(product: OpenProduct, rows: number): Promise<string> {
  const { caller } = product
  const { runId } = await receiveFile(caller, {
    kind: "signals",
    fileName: "readings.csv",
    sourceKey: "bench-import",
    bytes: csv(product, rows),
  })
  const { settings } = await lookAtImport(caller, runId)
  const check = await checkImport(caller, runId, settings)
  if (!check.isWritable)
    throw new Error(`The import may not be written: ${JSON.stringify(check.problems).slice(0, 500)}`)
  await startWriting(caller, runId)
  return runId
}

/** One measure of its own, so many days back for every account. */
async function* csv({ accounts, today }: OpenProduct, rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from("account,measure,day,value\n")
  for (let written = 0, back = 0; written < rows; back++) {
    const day = addDays(today, -(back % 600))
    const measure = `logins-${Math.floor(back / 600)}`
    const lines: string[] = []
    for (const { externalId } of accounts) {
      if (written === rows) break
      lines.push(`${externalId},${measure},${day},${(written * 7) % 100}`)
      written += 1
    }
    yield Buffer.from(`${lines.join("\n")}\n`)
  }
}

type Progress = { state: string; written_through: number; rows_read: number; seconds: number }

const isOver = ({ state }: Progress): boolean => state === "done" || state === "failed"

async function progressOf({ owner }: OpenProduct, runId: string): Promise<Progress> {
  const [row] = await owner<Progress[]>`
    select state, written_through, rows_read, extract(epoch from coalesce(finished_at, now()) - started_at)::float8 as seconds
    from sync_run where id = ${runId}`
  if (!row) throw new Error("The run of the import is gone.")
  return row
}

async function firstRow(product: OpenProduct, runId: string): Promise<void> {
  for (;;) {
    const progress = await progressOf(product, runId)
    if (progress.written_through > 0 || isOver(progress)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function end(product: OpenProduct, runId: string): Promise<string> {
  for (;;) {
    const { state, rows_read, seconds } = await progressOf(product, runId)
    if (state === "failed") throw new Error("The import failed: see its run.")
    if (state === "done")
      return `${rows_read} readings imported in ${seconds.toFixed(0)} s from the file's arrival`
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
