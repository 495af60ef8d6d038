import { inWorkspace } from "#db/in-workspace.ts"
import { fileRun, fileSize } from "#db/queries/import-files.ts"
import { rememberedMapping } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { assertCan } from "#lib/access/caller.ts"
import { fileGuesses } from "#lib/imports/file-guesses.ts"
import type { ImportLook, LookedColumn } from "#lib/imports/import-look.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { printable } from "#lib/imports/printable.ts"
import { decide } from "./check-import.ts"
import { headerSha256 } from "./header-sha256.ts"
import { factsOf, openBytes } from "./open-file.ts"
import { type ProfiledFile, profileFile } from "./profile-file.ts"
import { storedBytes } from "./stored-bytes.ts"

const rowsLookedAt = 5_000

/**
 * Shows a file before anybody decides what its columns mean: how it begins, what each column is taken for and why,
 * and what was guessed. Throws `UnreadableFile` in words.
 */
export async function lookAtImport(caller: Caller, runId: string): Promise<ImportLook> {
  assertCan(caller, "import.write")
  const [run, { bytes }] = await inWorkspace(caller, async (tx) => [
    await fileRun(tx, caller, runId),
    await fileSize(tx, caller, runId),
  ])
  const { settings, kind } = run
  const file = await openBytes(storedBytes(caller, runId), kind, settings)
  const facts = await factsOf(file, { sha256: run.sha256, bytes })
  const seen = await profileFile(file, { kind, settings, mostRows: rowsLookedAt })
  const decided = await decide(caller, run, { file, settings, seen })
  const remembered = await inWorkspace(caller, (tx) =>
    rememberedMapping(tx, caller, { kind, headerSha256: headerSha256(facts.header) }),
  )
  const wasRemembered = remembered !== null && settings.columns.length > 0
  return {
    runId,
    kind,
    state: run.state,
    fileName: run.fileName,
    facts,
    columns: columnsOf(seen, decided.plan),
    settings,
    guesses: [...fileGuesses(facts), ...decided.guesses],
    wasRemembered,
    rememberedAt: wasRemembered ? remembered.usedAt.toISOString() : null,
    problems: [...seen.map.problems, ...decided.problems],
  }
}

/** A column that only looked like a field, or cannot be a measure, is shown as what it really becomes. */
const columnsOf = (seen: ProfiledFile, plan: ImportPlan): LookedColumn[] =>
  seen.map.uses.map(({ use, isGuess, because }, index) => {
    const leftOut = plan.leftOut.find((column) => column.index === index)
    const isMeasure = plan.measures.some((measure) => measure.index === index)
    const column = {
      index,
      header: seen.map.headers[index] ?? "",
      samples: (seen.samples[index] ?? []).map(printable),
    }
    if (!isGuess) return { ...column, use, isGuess, because }
    if (leftOut) return { ...column, use: "ignore", isGuess: true, because: `Left out: ${leftOut.because}` }
    if (isMeasure && use !== "measure")
      return {
        ...column,
        use: "measure",
        isGuess: true,
        because: "It holds other words than its header says",
      }
    return { ...column, use, isGuess, because }
  })
