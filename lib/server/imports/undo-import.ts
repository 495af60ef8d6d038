import { beginUndo, finishUndo, keepMeasures, undoRows } from "#db/commands/imports-undo.ts"
import { claimRun, releaseRun } from "#db/commands/imports-write.ts"
import { type UndonePart, undoReadings } from "#db/commands/signals-undo.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type MeasuresInUse, madeMeasures, measuresInUse } from "#db/queries/imports-undo.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { keepBeating } from "./keep-beating.ts"
import { Pace } from "./pace.ts"

type Options = { readonly onPart?: () => void; readonly signal?: AbortSignal | undefined }

/**
 * Takes a whole import back: readings first, then rows in the opposite order of their change, each part in a short
 * transaction. What somebody changed after the import stays as it is and is counted. Stopped in the middle, the
 * same call goes on.
 */
export async function undoImport(
  caller: Caller,
  runId: string,
  { onPart = () => {}, signal }: Options = {},
): Promise<{ takenBack: number; leftAlone: number }> {
  await inWorkspace(caller, (tx) => beginUndo(tx, caller, { runId }))
  await inWorkspace(caller, (tx) => claimRun(tx, caller, { runId, state: "undoing" }))
  const heart = keepBeating(caller, { runId, state: "undoing", signal })
  const goOn = () => {
    onPart()
    if (signal?.aborted)
      throw new AppError("unavailable", "The worker was told to stop; another one goes on.")
  }
  try {
    await undoAllReadings(caller, runId, goOn)
    const ids = await madeMeasuresInUse(caller, runId, goOn)
    await inWorkspace(caller, (tx) => keepMeasures(tx, caller, { runId, ids }))
    await undoAllRows(caller, runId, goOn)
    return await inWorkspace(caller, (tx) => finishUndo(tx, caller, { runId }))
  } catch (error) {
    await inWorkspace(caller, (tx) => releaseRun(tx, caller, { runId })).catch(() => {})
    throw error
  } finally {
    heart.stop()
  }
}

async function undoAllRows(caller: Caller, runId: string, goOn: () => void): Promise<void> {
  const rows = new Pace({ first: 100, least: 50, most: 2_000 })
  for (let isLast = false; !isLast; ) {
    const part = await rows.take((atMost) =>
      inWorkspace(caller, (tx) => undoRows(tx, caller, { runId, atMost })),
    )
    isLast = part.isLast
    goOn()
  }
}

async function undoAllReadings(caller: Caller, runId: string, goOn: () => void): Promise<void> {
  const accounts = new Pace({ first: 10, least: 5, most: 500 })
  let after: string | null = null
  for (;;) {
    const from: string | null = after
    const part: UndonePart = await accounts.take((count) =>
      inWorkspace(caller, (tx) =>
        undoReadings(tx, caller, { runId, after: from, accounts: count, readings: 2_000 }),
      ),
    )
    goOn()
    if (part.isLast) return
    after = part.next
  }
}

/** The measures that the import made and others use by now. An import that made none has nothing to look for. */
async function madeMeasuresInUse(caller: Caller, runId: string, goOn: () => void): Promise<number[]> {
  const made = new Set(await inWorkspace(caller, (tx) => madeMeasures(tx, caller, runId)))
  const used: number[] = []
  const pace = new Pace({ first: 100, least: 10, most: 5_000 })
  let after: string | null = null
  while (made.size > 0) {
    const from: string | null = after
    const page: MeasuresInUse = await pace.take((accounts) =>
      inWorkspace(caller, (tx) =>
        measuresInUse(tx, caller, { measureIds: [...made], after: from, accounts }),
      ),
    )
    goOn()
    for (const id of page.ids) if (made.delete(id)) used.push(id)
    if (page.isLast) break
    after = page.next
  }
  return used
}
