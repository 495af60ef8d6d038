import { inWorkspace } from "#db/in-workspace.ts"
import { filePart, fileSize } from "#db/queries/import-files.ts"
import type { Caller } from "#lib/access/caller.ts"

/** Gives the bytes of a file anew each time it is asked. */
export type FileBytes = () => AsyncIterable<Uint8Array>

/**
 * The stored file of a run, one part at a time, each in a short transaction of its own. While a part is read, the next
 * one is on its way.
 */
export const storedBytes = (caller: Caller, runId: string): FileBytes =>
  async function* () {
    const { parts, first } = await inWorkspace(caller, (tx) => fileSize(tx, caller, runId))
    const fetched = (part: number): Promise<Uint8Array | null> => {
      if (part >= first + parts) return Promise.resolve(null)
      const coming = inWorkspace(caller, (tx) => filePart(tx, caller, { runId, part }))
      // It is awaited with its turn; until then nobody else may take its failure for a lost one.
      coming.catch(() => {})
      return coming
    }
    let coming = fetched(first)
    for (let part = first; part < first + parts; part += 1) {
      const bytes = await coming
      coming = fetched(part + 1)
      if (bytes === null) throw new Error(`Part ${part} of the file of run ${runId} is missing.`)
      yield bytes
    }
  }
