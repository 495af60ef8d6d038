import { beatRun } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"

const everyMs = 5_000

type Beating = {
  readonly runId: string
  readonly state: "writing" | "undoing"
  /** Work that was told to stop and hangs has no heart any more: somebody else may take over. */
  readonly signal: AbortSignal | undefined
}

/** Says every few seconds that somebody works on the run, until it is stopped. */
export function keepBeating(
  caller: Caller,
  { runId, state, signal }: Beating,
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    if (signal?.aborted) return clearInterval(timer)
    // A beat that is missed is made up by the next one.
    inWorkspace(caller, (tx) => beatRun(tx, caller, { runId, state })).catch(() => {})
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
