import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { pool } from "#db/client.ts"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { dayOf } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { bandWords } from "#lib/health/band.ts"
import { scoreBands } from "#lib/health/schema.ts"
import { describeCounts, describeFile, describePlan } from "#lib/imports/describe-import.ts"
import { describeProblem } from "#lib/imports/describe-problem.ts"
import { readDay } from "#lib/imports/read-day.ts"
import { ensureStarterModel } from "#lib/server/health/ensure-starter-model.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { type ImportPhase, type ImportReport, importAccounts } from "#lib/server/imports/import-accounts.ts"
import { withDatabase } from "./with-database.ts"
import { allPlaces, namedPlace, type Place, productAddress, slugsOf } from "./workspaces.ts"

const usage = `npm run import -- accounts FILE [options]

  FILE                    a .csv or .csv.gz file with a header row, one account per row
  --map FIELD=COLUMN      which column fills a field, for example --map externalId=customerID; may be repeated
  --workspace SLUG        where the accounts go; without it, the one workspace of your own
  --day YYYY-MM-DD        the day that the values are of; without it, today
  --source KEY            name of the source, so that later files of it replace its values; without it, csv
  --propose-model         propose a new version of the starter model from all measures that are there now
  --dry-run               check and count everything, write nothing`

const print = (line = "") => console.log(line)

type Options = ReturnType<typeof readOptions>

function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      map: { type: "string", multiple: true, default: [] },
      workspace: { type: "string" },
      day: { type: "string" },
      source: { type: "string", default: "csv" },
      "propose-model": { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  const chosen = new Map(
    values.map.map((pair): [string, string] => {
      const split = pair.indexOf("=")
      if (split < 1) throw wrong(`--map ${pair} lacks an equals sign. Write --map FIELD=COLUMN.`)
      return [pair.slice(0, split).trim(), pair.slice(split + 1).trim()]
    }),
  )
  return { ...values, chosen, kind: positionals[0], path: positionals[1], extra: positionals.slice(2) }
}

const wrong = (message: string) => new AppError("invalid_input", message)

async function main(args: readonly string[]): Promise<number> {
  let options: Options
  try {
    options = readOptions(args)
  } catch (error) {
    throw wrong(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
  if (options.help) {
    print(usage)
    return 0
  }
  if (options.kind !== "accounts" || !options.path || options.extra.length > 0)
    throw wrong(`Say what to import and from which file.\n\n${usage}`)
  if (!/^[a-z0-9][a-z0-9_-]{0,59}$/.test(options.source))
    throw wrong("--source takes lower-case letters, digits, - and _, for example --source crm.")
  // npm changes to the project's folder; a relative path is meant from where the person stands.
  const path = resolve(process.env.INIT_CWD ?? ".", options.path)
  return withDatabase(async () => {
    try {
      return await run(options, path)
    } finally {
      await pool().close()
    }
  })
}

async function run(options: Options, path: string): Promise<number> {
  const { caller, workspace } = await placeOf(options.workspace)
  const day = dayFrom(options.day, dayOf(caller.now, workspace.timeZone))
  const startedAt = performance.now()
  const report = await importAccounts(caller, {
    path,
    chosen: options.chosen,
    day,
    sourceKey: options.source,
    isDryRun: options["dry-run"],
    onProgress: showProgress,
  })
  endProgress()
  const seconds = (performance.now() - startedAt) / 1000
  print(`${path} into the workspace "${workspace.name}" (${workspace.slug}), values of ${day}`)
  if (report.table) print(`  ${describeFile(report.table)}`)
  printReport(report, seconds)
  if (report.state !== "done") return report.state === "refused" ? 1 : 0
  await scoreAll(caller, { day, again: options["propose-model"] })
  print(`\nOpen ${productAddress()}/accounts?ws=${workspace.slug}`)
  return 0
}

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

function dayFrom(given: string | undefined, today: string): string {
  if (given === undefined) return today
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || readDay(given, "day_first") === null || given < "2000-01-01")
    throw wrong(`--day ${given} is not a day since 2000 written as YYYY-MM-DD.`)
  if (given > today)
    throw wrong(`--day ${given} is in the future: today is ${today}. Values are of a day gone by.`)
  return given
}

function printReport(report: ImportReport, seconds: number): void {
  if (report.state !== "refused") for (const line of describePlan(report.plan)) print(line)
  for (const problem of report.problems) print(`\n${describeProblem(problem)}`)
  if (report.state === "refused") {
    print(`\nRefused: ${formatCount(report.rowsRead, "row")} read, nothing was written.`)
    return
  }
  print(report.state === "previewed" ? "\nDry run, nothing was written. It would be:" : "\nDone.")
  for (const line of describeCounts({ ...report.written, rowsRead: report.rowsRead, seconds })) print(line)
}

async function scoreAll(caller: Caller, { day, again }: { day: string; again: boolean }): Promise<void> {
  print("\nLooking for a health model …")
  const model = await ensureStarterModel(caller, { again })
  if (model.name === null) print("\nNo health model could be proposed from these measures.")
  else if (model.created)
    print(
      `\nHealth model "${model.name}" version ${model.version} was proposed from ${formatCount(model.measures, "measure")}.`,
    )
  else
    print(
      `Health model "${model.name}" version ${model.version} stays in force with its ${formatCount(model.measures, "measure")}. ` +
        "Measures that it does not know are stored and not scored: --propose-model makes a new version from all of them.",
    )
  if (model.proposal) {
    print(`  ${model.proposal.basis}`)
    for (const { label, weight, direction, because } of model.proposal.explanations) {
      const better = direction === null ? "" : `, ${direction} is better`
      print(`  ${formatNumber(weight, 1)} %  ${label}${better}: ${because.join("; ")}`)
    }
    for (const { label, because } of model.proposal.leftOut) print(`  Left out ${label}: ${because}`)
  }
  print("\nScoring …")
  const { accounts, byBand } = await rescoreWorkspace(caller, { day })
  const bands = scoreBands.map((band) => `${formatNumber(byBand[band])} ${bandWords[band].label}`)
  print(`Scored ${formatCount(accounts, "account")}: ${bands.join(", ")}`)
}

function inWords(error: unknown): unknown {
  if (error instanceof AppError) return error.message
  if (process.env.CSOPS_LOG_LEVEL === "debug" || !(error instanceof Error)) return error
  // The message of a failed query repeats the customers' data; its cause says what went wrong.
  const { message } = error.cause instanceof Error ? error.cause : error
  return `The import stopped: ${message}. What was written stays, and the same command completes it. CSOPS_LOG_LEVEL=debug tells more.`
}

let shownAt = 0

function showProgress(phase: ImportPhase, rows: number): void {
  if (!process.stderr.isTTY || performance.now() - shownAt < 200) return
  shownAt = performance.now()
  process.stderr.write(`\r${phase === "checking" ? "Checking" : "Writing"} ${formatNumber(rows)} rows …   `)
}

function endProgress(): void {
  if (shownAt > 0) process.stderr.write("\r\u001b[K")
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(inWords(error))
  process.exitCode = 1
}
