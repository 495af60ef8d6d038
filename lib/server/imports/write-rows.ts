import type { Db } from "#db/client.ts"
import { beginChunk, countLinked, endChunk, keepRejected, type LeftOut } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { readByRun } from "#db/queries/imports-links.ts"
import { AppError } from "#lib/errors.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { kindWriter } from "./kind-writer.ts"
import { madeByRun, touchedByRun } from "./made-by-run.ts"
import { MovementNumbers } from "./movement-numbers.ts"
import { Pace } from "./pace.ts"
import { type ReadyRow, readyRows } from "./ready-rows.ts"
import type { KindWriter, LinkedRows, Row, Writing } from "./writing.ts"

type Options = { readonly onRows: (rows: number) => void; readonly signal?: AbortSignal | undefined }

/** A busy machine makes even the smallest transaction slow: below a floor, smaller ones would only be more of them. */
function paceOf({ plan }: Writing): Pace {
  if (plan.kind === "signals" && plan.shape === "long")
    return new Pace({ first: 2_500, least: 2_000, most: 6_000 })
  const rows = 200 / (1 + plan.measures.length / 10)
  return new Pace({
    first: Math.max(4, Math.round(rows)),
    least: Math.max(2, Math.round(rows / 2)),
    most: Math.max(20, Math.round(rows * 5)),
  })
}

export type RowsWritten = {
  readonly writtenThrough: number
  /** How long the longest transaction was open. */
  readonly longestMs: number
}

/** Writes all rows that are not written yet. */
export async function writeRows(writing: Writing, { onRows, signal }: Options): Promise<RowsWritten> {
  const pace = paceOf(writing)
  const writer = kindWriter(writing)
  const numbers = new MovementNumbers(writing.caller, { kind: writing.plan.kind, accounts: writing.accounts })
  const begun = writing.run.writtenThrough
  let chunk = emptyChunk(begun)
  let seen = 0
  // While the database writes a chunk, the next one is read; never more than these two are held.
  let inFlight: Promise<void> = Promise.resolve()
  const isWritten = (ready: ReadyRow): ready is Row<ImportKind> => ready.row <= begun && "record" in ready
  const send = async () => {
    await inFlight
    if (signal?.aborted) throw stopped()
    const sent = chunk
    const rows = seen
    chunk = emptyChunk(sent.through)
    inFlight = numbers
      .number(sent.rows)
      .then((numbered) => timed(() => writeChunk(writing, writer, { ...sent, rows: numbered })))
      .then((ms) => {
        pace.learn(ms)
        onRows(rows)
      })
    // It is awaited before the next one; until then nobody else may take its failure for a lost one.
    inFlight.catch(() => {})
  }
  for await (const batch of readyRows(writing)) {
    await numbers.number(batch.filter(isWritten))
    for (const ready of batch) {
      seen += 1
      if (ready.row <= begun) continue
      chunk.through = ready.row
      if ("record" in ready) chunk.rows.push(ready)
      else chunk.rejected.push(ready)
      if (chunk.rows.length + chunk.rejected.length >= pace.size) await send()
    }
    // Rows that were written before a stop are only read, which takes its time as well.
    if (chunk.through === begun) onRows(seen)
  }
  if (chunk.through > chunk.from) await send()
  await inFlight
  return { writtenThrough: chunk.from, longestMs: pace.longestMs }
}

type Chunk = {
  readonly rows: Row<ImportKind>[]
  readonly rejected: LeftOut[]
  readonly from: number
  through: number
}

const emptyChunk = (from: number): Chunk => ({ rows: [], rejected: [], from, through: from })

const stopped = () => new AppError("unavailable", "The worker was told to stop; another one goes on.")

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function writeChunk(
  { caller, run }: Writing,
  writer: KindWriter<ImportKind>,
  { rows, rejected, from, through }: Readonly<Chunk>,
): Promise<void> {
  await inWorkspace(caller, async (tx) => {
    await beginChunk(tx, caller, { runId: run.id, writtenThrough: from })
    const written = await writer.write(tx, rows)
    const out = [...rejected, ...written.rejected]
    await keepRejected(tx, caller, { runId: run.id, rows: out })
    const counts = { ...written, rejected: out.length }
    await endChunk(tx, caller, { runId: run.id, writtenThrough: through, counts })
  })
}

/** Links between rows, such as parents and managers, once every row is there. Done twice it changes nothing. */
export async function linkRows(
  writing: Writing,
  { writtenThrough, onRows, signal }: Options & { readonly writtenThrough: number },
): Promise<void> {
  const writer = kindWriter(writing)
  if (!writer.link) return
  const mayLink = writing.plan.conflict === "skip" ? await madeByRun(writing) : () => true
  const wasTouched = await touchedByRun(writing)
  const pace = new Pace({ first: 200, least: 100, most: 2_000 })
  const { caller, run } = writing
  let rows: Row<ImportKind>[] = []
  const flush = () =>
    timed(() =>
      inWorkspace(caller, async (tx) => {
        await beginChunk(tx, caller, { runId: run.id, writtenThrough })
        const linked = (await writer.link?.(tx, rows, mayLink)) ?? []
        const rowsOnly = linked.filter((id) => !wasTouched(id))
        await countOthers(tx, writing, rowsOnly)
      }),
    )
  for await (const batch of readyRows(writing)) {
    for (const ready of batch) {
      if ("record" in ready) rows.push(ready)
      if (rows.length < pace.size) continue
      if (signal?.aborted) throw stopped()
      pace.learn(await flush())
      rows = []
    }
    onRows(writtenThrough)
  }
  if (rows.length > 0) await flush()
}

/** Rows of which only the link is new were counted as skipped before. */
async function countOthers(tx: Db, { caller, run, plan }: Writing, linked: LinkedRows): Promise<void> {
  if (linked.length === 0) return
  const given = { runId: run.id, accountIds: plan.kind === "accounts" ? linked : [] }
  const counted = await readByRun(tx, caller, given)
  const count = linked.filter((id) => !counted.has(id)).length
  await countLinked(tx, caller, { runId: run.id, count })
}
