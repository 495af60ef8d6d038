import type { Caller } from "#lib/access/caller.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { type ImportSettings, importSettings } from "#lib/imports/settings.ts"
import { checkImport } from "../check-import.ts"
import { receiveFile } from "../receive-file.ts"
import { writeImport } from "../write-import.ts"

type File = { readonly kind: ImportKind; readonly text: string | Uint8Array; readonly sourceKey?: string }

async function* bytesOf(content: string | Uint8Array) {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** Receives a file from memory and checks it. */
export async function check(caller: Caller, file: File, settings: Partial<ImportSettings> = {}) {
  const { kind, text, sourceKey = "csv" } = file
  const { runId } = await receiveFile(caller, {
    kind,
    fileName: `${kind}.csv`,
    sourceKey,
    bytes: bytesOf(text),
  })
  const checked = await checkImport(caller, runId, importSettings.parse({ day: "2026-11-16", ...settings }))
  return { runId, check: checked }
}

/** Receives, checks and writes a file from memory. */
export async function load(caller: Caller, file: File, settings: Partial<ImportSettings> = {}) {
  const { runId, check: checked } = await check(caller, file, settings)
  if (!checked.isWritable) throw new Error(JSON.stringify(checked.problems))
  return { runId, check: checked, outcome: await writeImport(caller, runId) }
}
