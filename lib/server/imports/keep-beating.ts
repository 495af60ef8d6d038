import { beatRun } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"

const everyMs = 5_000

/** Says every few seconds that somebody works on the run, until it is stopped. */
export function keepBeating(
  caller: Caller,
  runId: string,
  state: "writing" | "undoing",
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    // A beat that is missed is made up by the next one.
    inWorkspace(caller, (tx) => beatRun(tx, caller, { runId, state })).catch(() => {})
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
