import { beginChunk, endChunk, keepRejected, type LeftOut } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { AppError } from "#lib/errors.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { kindWriter } from "./kind-writer.ts"
import { Pace } from "./pace.ts"
import { readyRows } from "./ready-rows.ts"
import type { KindWriter, Row, Writing } from "./writing.ts"

type Options = { readonly onRows: (rows: number) => void; readonly signal?: AbortSignal | undefined }

const paceOf = ({ plan }: Writing): Pace =>
  plan.kind === "signals" && plan.shape === "long"
    ? new Pace({ first: 2_000, least: 200, most: 12_000 })
    : new Pace({
        first: Math.max(5, Math.round(200 / (1 + plan.measures.length / 20))),
        least: 1,
        most: 2_000,
      })

export type RowsWritten = {
  readonly writtenThrough: number
  /** How long the longest transaction was open. */
  readonly longestMs: number
}

/** Writes all rows that are not written yet. */
export async function writeRows(writing: Writing, { onRows, signal }: Options): Promise<RowsWritten> {
  const pace = paceOf(writing)
  const writer = kindWriter(writing)
  let writtenThrough = writing.run.writtenThrough
  let rows: Row<ImportKind>[] = []
  let rejected: LeftOut[] = []
  let seen = 0
  const flush = async (through: number) => {
    const chunk = { rows, rejected, from: writtenThrough, through }
    pace.learn(await timed(() => writeChunk(writing, writer, chunk)))
    writtenThrough = through
    rows = []
    rejected = []
    onRows(seen)
  }
  let last = writtenThrough
  for await (const batch of readyRows(writing)) {
    for (const ready of batch) {
      seen += 1
      if (ready.row <= writing.run.writtenThrough) continue
      last = ready.row
      if ("record" in ready) rows.push(ready)
      else rejected.push(ready)
      if (rows.length + rejected.length < pace.size) continue
      if (signal?.aborted) throw stopped()
      await flush(last)
    }
  }
  if (last > writtenThrough) await flush(last)
  return { writtenThrough, longestMs: pace.longestMs }
}

const stopped = () => new AppError("unavailable", "The worker was told to stop; another one goes on.")

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

type Chunk = {
  readonly rows: readonly Row<ImportKind>[]
  readonly rejected: readonly LeftOut[]
  readonly from: number
  readonly through: number
}

async function writeChunk(
  { caller, run }: Writing,
  writer: KindWriter<ImportKind>,
  { rows, rejected, from, through }: Chunk,
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
  { writtenThrough, signal }: { writtenThrough: number; signal?: AbortSignal | undefined },
): Promise<void> {
  const writer = kindWriter(writing)
  if (!writer.link) return
  const pace = new Pace({ first: 200, least: 10, most: 2_000 })
  const { caller, run } = writing
  let rows: Row<ImportKind>[] = []
  const flush = () =>
    timed(() =>
      inWorkspace(caller, async (tx) => {
        await beginChunk(tx, caller, { runId: run.id, writtenThrough })
        await writer.link?.(tx, rows)
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
  }
  if (rows.length > 0) await flush()
}
