import { parseArgs } from "node:util"
import { AppError } from "#lib/errors.ts"
import { fieldNamed } from "#lib/imports/field-named.ts"
import { kindSpecs } from "#lib/imports/kinds.ts"
import { readDay } from "#lib/imports/read-day.ts"
import { type ImportKind, importKinds } from "#lib/imports/schema.ts"
import { conflictModes, type ImportSettings, importSettings } from "#lib/imports/settings.ts"

export const usage = `npm run import -- KIND FILE [options]
npm run import -- list | resume RUN | undo RUN

  KIND                    ${importKinds.join(", ")}
  FILE                    a .csv, .csv.gz or .xlsx file with a header row
  --map FIELD=COLUMN      which column fills a field, for example --map id=customerID; may be repeated
  --on-conflict MODE      what becomes of rows that exist: update (blank cells keep), skip, overwrite (blank cells empty)
  --repair PROBLEM=N      take the Nth repair that was offered for a problem; may be repeated
  --reject-faulty         leave out every row that has a problem
  --workspace SLUG        where the rows go; without it, the one workspace of your own
  --day YYYY-MM-DD        the day of values that state none; without it, today
  --time-zone ZONE        of times that state no offset, for example Europe/Berlin; without it, the workspace's
  --sheet NAME            which sheet of a workbook; without it, the first one with rows
  --source KEY            name of the source, so that later files of it replace its values; without it, csv
  --propose-model         propose a new version of the starter model from all measures that are there now
  --dry-run               check and count everything, write nothing`

export const wrong = (message: string) => new AppError("invalid_input", message)

export type Options = {
  readonly words: readonly string[]
  readonly isHelp: boolean
  readonly workspace: string | undefined
  readonly source: string
  readonly settings: ImportSettings
  /** Problem to the place of the repair that was chosen for it, from 1. */
  readonly repairs: ReadonlyMap<string, number>
  readonly rejectsFaulty: boolean
  readonly proposesModel: boolean
  readonly isDryRun: boolean
}

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  if (!/^[a-z0-9][a-z0-9_-]{0,59}$/.test(values.source))
    throw wrong("--source takes lower-case letters, digits, - and _, for example --source crm.")
  const conflict = conflictModes.find((mode) => mode === values["on-conflict"])
  if (!conflict) throw wrong(`--on-conflict takes one of: ${conflictModes.join(", ")}.`)
  return {
    words: positionals,
    isHelp: values.help,
    workspace: values.workspace,
    source: values.source,
    settings: importSettings.parse({
      conflict,
      day: values.day === undefined ? null : soundDay(values.day),
      timeZone: values["time-zone"] === undefined ? null : soundZone(values["time-zone"]),
      sheet: values.sheet ?? null,
      columns: pairs(values.map, "--map", "FIELD=COLUMN").map(([use, header]) => ({
        use: fieldOf(positionals[0], use),
        header,
        index: 0,
      })),
    }),
    repairs: new Map(
      pairs(values.repair, "--repair", "PROBLEM=N").map(([problem, place]) => {
        if (!/^[1-9]\d?$/.test(place)) throw wrong(`--repair ${problem}=${place}: N is a number from 1 on.`)
        return [problem, Number(place)]
      }),
    ),
    rejectsFaulty: values["reject-faulty"],
    proposesModel: values["propose-model"],
    isDryRun: values["dry-run"],
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: "string", multiple: true, default: [] },
        "on-conflict": { type: "string", default: "update" },
        repair: { type: "string", multiple: true, default: [] },
        "reject-faulty": { type: "boolean", default: false },
        workspace: { type: "string" },
        day: { type: "string" },
        "time-zone": { type: "string" },
        sheet: { type: "string" },
        source: { type: "string", default: "csv" },
        "propose-model": { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    })
  } catch (error) {
    throw wrong(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function pairs(given: readonly string[], option: string, form: string): [string, string][] {
  return given.map((pair) => {
    const split = pair.indexOf("=")
    if (split < 1) throw wrong(`${option} ${pair} lacks an equals sign. Write ${option} ${form}.`)
    return [pair.slice(0, split).trim(), pair.slice(split + 1).trim()]
  })
}

const fieldOf = (kind: string | undefined, word: string): string => {
  const known = importKinds.find((one) => one === kind)
  return known ? (fieldNamed(kindSpecs[known], word)?.key ?? word) : word
}

function soundDay(given: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || readDay(given, "day_first") === null || given < "2000-01-01")
    throw wrong(`--day ${given} is not a day since 2000 written as YYYY-MM-DD.`)
  return given
}

function soundZone(given: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: given }).resolvedOptions().timeZone
  } catch {
    throw wrong(`--time-zone ${given} is not a time zone. Write one such as Europe/Berlin.`)
  }
}

export function kindOf(word: string | undefined): ImportKind {
  const kind = importKinds.find((known) => known === word)
  if (kind) return kind
  throw wrong(`Say what to import and from which file.\n\n${usage}`)
}
