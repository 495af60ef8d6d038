import { saveCheck } from "#db/commands/import-checks.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type FileRun, fileRun } from "#db/queries/import-files.ts"
import { importWorkspace, measureKinds } from "#db/queries/imports.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import { dayOf } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { type Decided, decidePlan } from "#lib/imports/decide-plan.ts"
import { fileGuesses } from "#lib/imports/file-guesses.ts"
import type { CheckedRow, ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { kindSpecs } from "#lib/imports/kinds.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { printable } from "#lib/imports/printable.ts"
import { ProblemList } from "#lib/imports/problem-list.ts"
import type { Problem } from "#lib/imports/schema.ts"
import { type ImportSettings, importSettings } from "#lib/imports/settings.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { RowCounter } from "./count-rows.ts"
import { type Judged, judgeFile } from "./judge-file.ts"
import { nameCandidates } from "./name-candidates.ts"
import { type OpenFile, openBytes } from "./open-file.ts"
import { profileFile } from "./profile-file.ts"
import { storedBytes } from "./stored-bytes.ts"

type Options = { readonly onRows?: (rows: number) => void }

/** Reads all rows of a run's file under these settings. It keeps what it found with the run and writes nothing else. */
export async function checkImport(
  caller: Caller,
  runId: string,
  settings: ImportSettings,
  { onRows = () => {} }: Options = {},
): Promise<ImportCheck> {
  assertCan(caller, "import.write")
  const given = importSettings.parse(settings)
  const run = await inWorkspace(caller, (tx) => fileRun(tx, caller, runId))
  if (run.state !== "draft" && run.state !== "checked")
    throw new AppError(
      "conflict",
      "This import is no longer waiting to be written, so it is not checked again.",
    )
  const check = await read(caller, run, { settings: given, onRows })
  await inWorkspace(caller, (tx) => saveCheck(tx, caller, { runId, settings: given, check }))
  return check
}

type Given = { readonly settings: ImportSettings; readonly onRows: (rows: number) => void }

async function read(caller: Caller, run: FileRun, given: Given): Promise<ImportCheck> {
  try {
    const file = await openBytes(storedBytes(caller, run.id), run.kind, given.settings)
    return await checkFile(caller, run, { ...given, file })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return refused([unreadable(error, kindSpecs[run.kind].oneRow)])
  }
}

async function checkFile(
  caller: Caller,
  run: FileRun,
  { file, settings, onRows }: Given & { readonly file: OpenFile },
): Promise<ImportCheck> {
  for (let mostRows: number = firstLook(run); ; mostRows = Number.POSITIVE_INFINITY) {
    const seen = await profileFile(file, { kind: run.kind, settings, mostRows })
    const decided = await decide(caller, run, { file, settings, seen })
    if (seen.map.problems.some(({ severity }) => severity === "error"))
      return refused(seen.map.problems, decided)
    if (seen.rows === 0) return refused([noRows()], decided)
    const counter = new RowCounter(caller, run, decided.plan)
    const judged = await judgeFile(caller, {
      file,
      plan: decided.plan,
      onRows,
      take: (rows, references) => counter.take(rows, references),
    })
    // Rows behind those looked at may say more than they did: then the whole file decides.
    if (judged.hasUnread && !seen.isWhole) continue
    counter.conclude(judged.stands)
    const check = conclude(decided, judged, counter, fileGuesses(file.layout))
    return { ...check, problems: [...(await nameCandidates(caller, decided.plan, check.problems))] }
  }
}

/** Readings are short: more of them are looked at, so that all measures of a file that is counted are known. */
const firstLook = ({ kind }: FileRun) =>
  kind === "signals" ? importLimits.countedReadings : importLimits.profiledRows

type Seen = {
  readonly file: OpenFile
  readonly settings: ImportSettings
  readonly seen: Awaited<ReturnType<typeof profileFile>>
}

export async function decide(
  caller: Caller,
  { kind }: Pick<FileRun, "kind">,
  { file, settings, seen }: Seen,
): Promise<Decided> {
  const [workspace, kinds] = await inWorkspace(caller, async (tx) => [
    await importWorkspace(tx, caller),
    await measureKinds(tx, caller),
  ])
  return decidePlan({
    spec: kindSpecs[kind],
    map: seen.map,
    profiles: seen.profiles,
    named: seen.named,
    separator: file.layout.separator?.value ?? null,
    settings,
    today: dayOf(caller.now, workspace.timeZone),
    timeZone: workspace.timeZone,
    currency: workspace.currency,
    kinds,
  })
}

function conclude(
  { plan, problems, guesses }: Decided,
  judged: Judged,
  counter: RowCounter,
  fileNotes: readonly string[],
): ImportCheck {
  const { errors, warnings, notes } = judged.tally.conclude(plan, judged.filled)
  const open = problems.filter(({ severity }) => severity === "error")
  // Until the order of a column's dates is known, its cells are no faults of their own.
  const undecided = new Set(open.map(({ columnIndex }) => columnIndex))
  const all = [
    ...open,
    ...errors.filter((error) => error.columnIndex === null || !undecided.has(error.columnIndex)),
  ]
  const counts = counter.counts
  const accepted = judged.rows - judged.rejected
  return {
    rows: judged.rows,
    problems: all,
    warnings: [...problems.filter(({ severity }) => severity === "warning"), ...warnings],
    notes: [...fileNotes, ...guesses, ...notes, ...planNotes(plan)],
    counts: {
      create: counts?.create ?? null,
      update: counts?.update ?? null,
      skip: counts?.skip ?? null,
      reject: judged.rejected,
      readings: judged.readings,
    },
    sample: [...counter.sample, ...rejectedSample(judged)].slice(0, 50),
    isWritable: all.length === 0 && accepted > 0,
    firstDay: judged.firstDay,
    lastDay: judged.lastDay,
    plan,
  }
}

const rejectedSample = ({ firstRejected }: Judged): CheckedRow[] =>
  firstRejected.map(({ row, cells, because }) => ({
    row,
    verdict: "reject",
    name: printable(cells.find((cell) => cell !== "") ?? ""),
    changes: [],
    because,
  }))

function planNotes(plan: ImportPlan): string[] {
  const notes = plan.leftOut.map(({ header, because }) => `Left out "${printable(header)}": ${because}.`)
  const { contractStart, contractEnd, day } = plan.fields
  for (const repair of plan.repairs)
    if (repair.do === "convert")
      notes.push(`Amounts in ${printable(repair.from)} are converted: 1 is ${repair.rate} ${plan.currency}.`)
  if (plan.kind === "accounts" && contractEnd && !contractStart)
    notes.push("Guess: the file names no contract start, so new contracts begin one year before their end.")
  if ((plan.shape === "wide" || plan.shape === "long") && !day && plan.measures.length > 0)
    notes.push(`Values are of ${plan.day}, because the file has no column for their day.`)
  return notes
}

const refused = (problems: readonly Problem[], decided?: Decided): ImportCheck => ({
  rows: 0,
  problems: [...problems],
  warnings: [],
  notes: [],
  counts: { create: 0, update: 0, skip: 0, reject: 0, readings: 0 },
  sample: [],
  isWritable: false,
  firstDay: null,
  lastDay: null,
  plan: decided?.plan ?? null,
})

function unreadable({ message, fix, row }: UnreadableFile, oneRow: string): Problem {
  const list = new ProblemList()
  list.add(
    {
      kind: "unreadable_file",
      severity: "error",
      column: null,
      what: message,
      expected: `A CSV file or a workbook with a header row, ${oneRow}`,
      fix,
    },
    row === null ? undefined : { row, found: `reading stopped at row ${formatNumber(row)}` },
  )
  return list.toArray()[0]!
}

function noRows(): Problem {
  const list = new ProblemList()
  list.add({
    kind: "no_rows",
    severity: "error",
    column: null,
    what: "The file has a header and no row below it",
    expected: "At least one row",
    fix: "Export it again with its rows",
  })
  return list.toArray()[0]!
}
