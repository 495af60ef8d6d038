import { createHash } from "node:crypto"
import { completeFile, keepFilePart, openImport, presetImport } from "#db/commands/imports-receive.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { fileRun } from "#db/queries/import-files.ts"
import { rememberedMapping } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { longestLineBytes } from "#lib/imports/endless-line.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { LineWatch } from "#lib/imports/line-watch.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { defaultSettings } from "#lib/imports/settings.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { discardImport } from "./discard-import.ts"
import { headerSha256 } from "./header-sha256.ts"
import { inspectFile } from "./open-file.ts"

/** As text on the wire a part is twice as long, and the driver puts it together piece by piece. */
const partBytes = 128 * 1024

/** A commit waits for the disk: so many parts share one. */
const partsTogether = 8

type Arriving = {
  readonly kind: ImportKind
  readonly fileName: string
  readonly sourceKey: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Keeps an arriving file in parts, some in each short transaction, so that any process can check and write it. What
 * its header was taken for the last time stands in its settings. A file that breaks off leaves nothing behind; one
 * with an endless line is kept as far as that shows.
 */
export async function receiveFile(caller: Caller, arriving: Arriving): Promise<{ runId: string }> {
  const { runId } = await inWorkspace(caller, (tx) => openImport(tx, caller, arriving))
  try {
    const sha256 = await keepParts(caller, runId, arriving.bytes)
    await inWorkspace(caller, (tx) => completeFile(tx, caller, { runId, sha256 }))
  } catch (error) {
    await discardImport(caller, runId).catch(() => {})
    throw error
  }
  await preset(caller, runId)
  return { runId }
}

async function keepParts(caller: Caller, runId: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256")
  const held = Buffer.alloc(partBytes)
  let full: Uint8Array[] = []
  let length = 0
  let total = 0
  let kept = 0
  let lines: LineWatch | null = null
  const keep = async () => {
    await inWorkspace(caller, async (tx) => {
      for (const [place, part] of full.entries())
        await keepFilePart(tx, caller, { runId, part: kept + place, bytes: part })
    })
    kept += full.length
    full = []
  }
  for await (const chunk of bytes) {
    if (total === 0 && !isPacked(chunk)) lines = new LineWatch(longestLineBytes)
    total += chunk.length
    if (total > importLimits.fileBytes)
      throw new AppError("too_large", "The file has more than 1 GiB. Compress it (.csv.gz) or split it.")
    hash.update(chunk)
    for (let from = 0; from < chunk.length; ) {
      const taken = Math.min(partBytes - length, chunk.length - from)
      held.set(chunk.subarray(from, from + taken), length)
      length += taken
      from += taken
      if (length < partBytes) continue
      full.push(Buffer.from(held))
      length = 0
      if (full.length === partsTogether) await keep()
    }
    // What follows is not waited for: looking at what is kept tells why.
    if (lines && !lines.push(chunk)) break
  }
  if (length > 0) full.push(Buffer.from(held.subarray(0, length)))
  if (full.length > 0) await keep()
  return hash.digest("hex")
}

/** Whether the bytes are of a gzip file or a zip archive: those have no lines. */
const isPacked = ([first, second]: Uint8Array): boolean =>
  (first === 0x1f && second === 0x8b) || (first === 0x50 && second === 0x4b)

/** A file that cannot be read is kept all the same: looking at it tells why. */
async function preset(caller: Caller, runId: string): Promise<void> {
  const run = await inWorkspace(caller, (tx) => fileRun(tx, caller, runId))
  const facts = await inspectFile(caller, run).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return null
    throw error
  })
  if (!facts) return
  const known = await inWorkspace(caller, (tx) =>
    rememberedMapping(tx, caller, { kind: run.kind, headerSha256: headerSha256(facts.header) }),
  )
  if (!known) return
  // What becomes of rows that exist is asked anew with each file.
  const settings = { ...known.settings, conflict: defaultSettings.conflict }
  await inWorkspace(caller, (tx) => presetImport(tx, caller, { runId, settings }))
}
