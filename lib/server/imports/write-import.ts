import { beginWriting, claimRun, failRun, finishRun, releaseRun } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { importRun } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError, notFound } from "#lib/errors.ts"
import { SilentRun } from "#lib/server/jobs/silent-run.ts"
import { keepBeating } from "./keep-beating.ts"
import { openWriting } from "./open-writing.ts"
import { rememberRun } from "./remember-run.ts"
import { linkRows, writeRows } from "./write-rows.ts"

export type ImportOutcome = {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
  readonly rejected: number
  readonly signals: number
  /** The longest that a single transaction was open. */
  readonly longestMs: number
}

type Options = { readonly onRows?: (rows: number) => void; readonly signal?: AbortSignal }

/**
 * Writes a checked import, or goes on with one that stopped in the middle: the stored file is read again, and each
 * chunk of rows is written whole or not at all, in a short transaction that also moves the mark of how far it came.
 */
export async function writeImport(
  caller: Caller,
  runId: string,
  { onRows = () => {}, signal }: Options = {},
): Promise<ImportOutcome> {
  await inWorkspace(caller, (tx) => beginWriting(tx, caller, { runId }))
  await inWorkspace(caller, (tx) => claimRun(tx, caller, { runId, state: "writing" }))
  const heart = keepBeating(caller, { runId, state: "writing", signal })
  try {
    const writing = await openWriting(caller, runId)
    const { writtenThrough, longestMs } = await writeRows(writing, { onRows, signal })
    await linkRows(writing, { writtenThrough, onRows, signal })
    await rememberRun(caller, writing.run)
    await inWorkspace(caller, (tx) => finishRun(tx, caller, { runId }))
    return await outcomeOf(caller, runId, longestMs)
  } catch (error) {
    await giveUp(caller, runId, { error, signal })
    throw error
  } finally {
    heart.stop()
  }
}

async function outcomeOf(caller: Caller, runId: string, longestMs: number): Promise<ImportOutcome> {
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  if (!run) throw notFound("import")
  const { rowsRead: rows, created, updated, skipped, rejected, signals } = run
  return { rows, created, updated, skipped, rejected, signals, longestMs }
}

/** Who is told to stop hands the run on as it is; who fails says so; who was overtaken has no say any more. */
async function giveUp(
  caller: Caller,
  runId: string,
  { error, signal }: { error: unknown; signal: AbortSignal | undefined },
): Promise<void> {
  if (error instanceof AppError && error.code === "conflict") return
  const isHung = signal?.reason instanceof SilentRun
  const isAsked = signal?.aborted === true && !isHung
  const because = causeOf(isHung ? signal.reason : error)
  // The database may be what failed: then the run is taken over once its heart is silent.
  await inWorkspace(caller, (tx) =>
    isAsked ? releaseRun(tx, caller, { runId }) : failRun(tx, caller, { runId, because }),
  ).catch(() => {})
}

/** The message of a failed query repeats what it wrote; its cause says what went wrong. */
function causeOf(error: unknown): string {
  if (error instanceof AppError || error instanceof SilentRun) return error.message
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? `The import stopped: ${cause.message}` : "The import stopped in the middle."
}
