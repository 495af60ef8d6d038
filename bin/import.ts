import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { basename, resolve } from "node:path"
import { pool } from "#db/client.ts"
import { refuseRun } from "#db/commands/imports-write.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { fileRun } from "#db/queries/import-files.ts"
import { importRun, importRuns } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { dayOf } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import { overPreset } from "#lib/imports/over-preset.ts"
import { printable } from "#lib/imports/printable.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { checkImport } from "#lib/server/imports/check-import.ts"
import { forgetImport } from "#lib/server/imports/discard-import.ts"
import { lookAtImport } from "#lib/server/imports/look-at-import.ts"
import { receiveFile } from "#lib/server/imports/receive-file.ts"
import { undoImport } from "#lib/server/imports/undo-import.ts"
import { writeImport } from "#lib/server/imports/write-import.ts"
import { kindOf, type Options, readOptions, usage, wrong } from "./imports/options.ts"
import { repaired } from "./imports/repair.ts"
import { scoreAll } from "./imports/score-all.ts"
import {
  describeCheck,
  describeFacts,
  describeOutcome,
  endProgress,
  print,
  printCheck,
  showProgress,
} from "./imports/tell.ts"
import { withDatabase } from "./with-database.ts"
import { allPlaces, namedPlace, type Place, productAddress, slugsOf } from "./workspaces.ts"

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options.isHelp) {
    print(usage)
    return 0
  }
  const [word, operand, ...extra] = options.words
  const isKind = word !== "list" && word !== "resume" && word !== "undo"
  if (isKind) kindOf(word)
  if (extra.length > 0 || (operand === undefined) !== (word === "list"))
    throw wrong(`Say what to import and from which file.\n\n${usage}`)
  return withDatabase(async () => {
    try {
      const place = await placeOf(options.workspace)
      if (word === "list") return await list(place)
      if (word === "undo") return await undo(place, operand ?? "")
      if (word === "resume") return await write(place, operand ?? "", options)
      return await importFile(place, options)
    } finally {
      await pool().close()
    }
  })
}

async function importFile(place: Place, options: Options): Promise<number> {
  const { caller, workspace } = place
  // npm changes to the project's folder; a relative path is meant from where the person stands.
  const path = resolve(process.env.INIT_CWD ?? ".", options.words[1] ?? "")
  await assertFile(path)
  const today = dayOf(caller.now, workspace.timeZone)
  const day = options.settings.day ?? today
  if (day > today)
    throw wrong(`--day ${day} is in the future: today is ${today}. Values are of a day gone by.`)
  const { runId } = await receiveFile(caller, {
    kind: kindOf(options.words[0]),
    fileName: basename(path),
    sourceKey: options.source,
    bytes: createReadStream(path, { highWaterMark: 512 * 1024 }),
  })
  print(`${path} into the workspace "${workspace.name}" (${workspace.slug}), values of ${day}`)
  let check: ImportCheck
  try {
    print(`  ${describeFacts((await lookAtImport(caller, runId)).facts)}`)
    check = await checked(caller, runId, options)
  } catch (error) {
    await inWorkspace(caller, (tx) => refuseRun(tx, caller, { runId }))
    if (!(error instanceof UnreadableFile)) throw error
    const where = error.row === null ? "" : ` (row ${error.row})`
    print(`\nERROR: ${error.message}${where}\n  fix       ${error.fix}\n\nRefused: nothing was written.`)
    return 1
  }
  endProgress()
  printCheck(check)
  if (options.isDryRun) {
    await forgetImport(caller, runId)
    print(`\nDry run, nothing was written. It would ${check.isWritable ? "be" : "be refused"}:`)
    print(describeCheck(check))
    return check.isWritable ? 0 : 1
  }
  if (!check.isWritable) {
    await inWorkspace(caller, (tx) => refuseRun(tx, caller, { runId }))
    print(`\nRefused: ${formatCount(check.rows, "row")} read, nothing was written.`)
    return 1
  }
  return write(place, runId, options)
}

/** Checks anew until the repairs of the command line have met every problem they are for. */
async function checked(caller: Caller, runId: string, options: Options): Promise<ImportCheck> {
  const onRows = (rows: number) => showProgress("Checking", rows)
  const { settings: preset } = await inWorkspace(caller, (tx) => fileRun(tx, caller, runId))
  let settings = overPreset(preset, options.settings)
  let check = await checkImport(caller, runId, settings, { onRows })
  for (let tries = 0; tries < 5; tries += 1) {
    const next = repaired(check, settings, options)
    if (!next) break
    settings = next
    check = await checkImport(caller, runId, settings, { onRows })
  }
  return check
}

async function write({ caller, workspace }: Place, runId: string, options: Options): Promise<number> {
  const begun = performance.now()
  const outcome = await writeImport(caller, runId, { onRows: (rows) => showProgress("Writing", rows) })
  endProgress()
  print("\nDone.")
  for (const line of describeOutcome(outcome, (performance.now() - begun) / 1_000)) print(line)
  const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
  if (run && (run.kind === "accounts" || run.kind === "signals")) {
    const day = run.report?.plan?.day ?? dayOf(caller.now, workspace.timeZone)
    await scoreAll(caller, { day, again: options.proposesModel })
  }
  print(`\nTo take it back within 24 hours: npm run import -- undo ${runId}`)
  print(`Open ${productAddress()}/accounts?ws=${workspace.slug}`)
  return 0
}

async function undo({ caller }: Place, runId: string): Promise<number> {
  const { takenBack, leftAlone } = await undoImport(caller, runId)
  print(`Taken back: ${formatCount(takenBack, "change")}.`)
  if (leftAlone > 0)
    print(`Left as they are, because somebody changed them since: ${formatNumber(leftAlone)}.`)
  return 0
}

async function list({ caller, workspace }: Place): Promise<number> {
  const runs = await inWorkspace(caller, (tx) => importRuns(tx, caller, { limit: 30 }))
  print(`Imports of the workspace "${workspace.name}" (${workspace.slug}), the newest first`)
  for (const run of runs) {
    const { id, state, kind, fileName, startedAt, created, updated, skipped, rejected } = run
    print(
      `  ${id}  ${startedAt.toISOString().slice(0, 16)}Z  ${state.padEnd(9)} ${kind} ${printable(fileName)}`,
    )
    print(`    ${created} created, ${updated} updated, ${skipped} unchanged, ${rejected} left out`)
  }
  return 0
}

async function assertFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw notFoundAt(path)
    throw wrong(`The file ${path} cannot be opened (${error.code}). Check that you may read it.`)
  })
  if (!found.isFile()) throw wrong(`${path} is not a file. Give the path of a .csv, .csv.gz or .xlsx file.`)
}

const notFoundAt = (path: string) => new AppError("not_found", `There is no file ${path}. Check the path.`)

/** The admin at the keyboard. The Demo workspace takes part only when it is named. */
async function placeOf(slug: string | undefined): Promise<Place> {
  const all = await allPlaces()
  if (slug !== undefined) return namedPlace(all, slug)
  const [own, another] = all.filter(({ workspace }) => workspace.kind === "own")
  if (!own)
    throw wrong(
      "There is no workspace of your own yet, and the Demo workspace keeps its made-up accounts apart from real ones. " +
        `Name one with --workspace (there are: ${slugsOf(all)}).`,
    )
  if (another)
    throw wrong(`There are several workspaces: say which with --workspace. There are: ${slugsOf(all)}.`)
  return own
}

function inWords(error: unknown): unknown {
  if (error instanceof AppError) return error.message
  if (process.env.CSOPS_LOG_LEVEL === "debug" || !(error instanceof Error)) return error
  // The message of a failed query repeats the customers' data; its cause says what went wrong.
  const { message } = error.cause instanceof Error ? error.cause : error
  return (
    `The import stopped: ${message}. Whole chunks were written; ` +
    "npm run import -- list names the run, and resume RUN completes it. CSOPS_LOG_LEVEL=debug tells more."
  )
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  endProgress()
  console.error(inWords(error))
  process.exitCode = 1
}
