import { inWorkspace } from "#db/in-workspace.ts"
import { type ComparedSignals, compareSignals } from "#db/queries/compare-signals.ts"
import { measureNumbers } from "#db/queries/import-existing.ts"
import type { FileRun } from "#db/queries/import-files.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { CheckedRow, RowVerdict } from "#lib/imports/import-check.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { fieldSpec } from "#lib/imports/kinds.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { printable } from "#lib/imports/printable.ts"
import type { ImportRecords } from "#lib/imports/records.ts"
import { rowName } from "#lib/imports/row-name.ts"
import type { ReferenceCheck } from "./check-references.ts"
import { type AcceptedRow, Rehearsal } from "./rehearse-rows.ts"
import type { WaitingRow } from "./writing.ts"

type Counts = { create: number; update: number; skip: number }

const shownRows = 30
/** Rows shown beside the first ones because something becomes of them that those do not show. */
const shownUpdates = 15

/** Counts what becomes of accepted rows, exactly, and shows some of them; beyond a limit it stops counting. */
export class RowCounter {
  readonly #caller: Caller
  readonly #run: FileRun
  readonly #plan: ImportPlan
  readonly #sample: CheckedRow[] = []
  readonly #counts: Counts = { create: 0, update: 0, skip: 0 }
  readonly #waiting: WaitingRow[] = []
  #seen = 0
  #updatesShown = 0
  #rehearsal: Rehearsal | undefined
  #measures: ReadonlyMap<string, number> | undefined

  constructor(caller: Caller, run: FileRun, plan: ImportPlan) {
    this.#caller = caller
    this.#run = run
    this.#plan = plan
  }

  get sample(): readonly CheckedRow[] {
    return this.#sample
  }

  /** Null when the file is so long that its rows are counted while writing. */
  get counts(): Counts | null {
    return this.#seen > importLimits.countedReadings ? null : this.#counts
  }

  async take(rows: readonly AcceptedRow[], references: ReferenceCheck): Promise<void> {
    const weight = this.#plan.kind === "signals" ? Math.max(1, this.#plan.measures.length) : 1
    this.#seen += rows.length * (this.#plan.shape === "long" ? 1 : weight)
    if (rows.length === 0 || this.#seen > importLimits.countedReadings) return
    if (this.#plan.kind === "signals") await this.#takeSignals(rows, references)
    else await this.#takeRows(rows)
  }

  async #takeRows(rows: readonly AcceptedRow[]): Promise<void> {
    this.#rehearsal ??= await Rehearsal.open(this.#caller, this.#run.id, this.#plan)
    const { created, updated, skipped, waiting } = await this.#rehearsal.count(rows)
    this.#waiting.push(...waiting)
    this.#counts.create += created
    this.#counts.update += updated
    this.#counts.skip += skipped
    const missing = Math.max(0, shownRows - this.#sample.length)
    if (missing > 0) await this.#show(rows.slice(0, missing))
    else if (updated > 0 && this.#updatesShown === 0) await this.#show(rows.slice(0, shownRows), "update")
  }

  /** After the last row: what a row names further down in the file is a link to come, and the row no skipped one. */
  conclude(stands: (text: string) => boolean): void {
    const linked = new Map(
      this.#waiting.filter(({ text }) => stands(text)).map((waiting) => [waiting.row, waiting]),
    )
    this.#counts.update += linked.size
    this.#counts.skip -= linked.size
    for (const [place, shown] of this.#sample.entries()) {
      const waiting = linked.get(shown.row)
      if (!waiting || shown.verdict !== "skip") continue
      const { field: key, before, text: after } = waiting
      const field = fieldSpec(this.#plan.kind, key)?.label ?? key
      this.#sample[place] = { ...shown, verdict: "update", changes: [{ field, before, after }], because: "" }
    }
  }

  async #show(rows: readonly AcceptedRow[], only?: RowVerdict): Promise<void> {
    const verdicts = await this.#rehearsal!.verdicts(rows)
    for (const [place, row] of rows.entries()) {
      const verdict = verdicts[place]!
      if (only && verdict !== only) continue
      const isDetailed = verdict === "update" && this.#updatesShown < shownUpdates
      if (isDetailed) this.#updatesShown += 1
      this.#sample.push({
        row: row.row,
        verdict,
        name: rowName(this.#plan.kind, row.record, this.#plan.timeZone),
        changes: isDetailed
          ? await this.#rehearsal!.changes(row)
          : verdict === "create"
            ? statedCells(row, this.#plan)
            : [],
        because: verdict === "skip" ? "Nothing in it differs from what is stored" : "",
      })
    }
  }

  async #takeSignals(rows: readonly AcceptedRow[], references: ReferenceCheck): Promise<void> {
    const { measures } = this.#plan
    this.#measures ??= await inWorkspace(this.#caller, (tx) =>
      measureNumbers(
        tx,
        this.#caller,
        measures.map(({ key }) => key),
      ),
    )
    const all = await this.#compare(rows, references)
    this.#counts.create += all.create
    this.#counts.update += all.update
    this.#counts.skip += all.skip
    for (const row of rows.slice(0, Math.max(0, shownRows - this.#sample.length))) {
      // Where all readings fare alike, so does each row.
      const isAlike = [all.create, all.update, all.skip].filter((count) => count > 0).length === 1
      const own = isAlike ? all : await this.#compare([row], references)
      const verdict = own.update > 0 ? "update" : own.create > 0 ? "create" : "skip"
      this.#sample.push(signalRow(row, this.#plan, verdict))
    }
  }

  async #compare(rows: readonly AcceptedRow[], references: ReferenceCheck): Promise<ComparedSignals> {
    const { measures, day: fixedDay } = this.#plan
    const accountIds: string[] = []
    const measureIds: number[] = []
    const days: string[] = []
    const values: (number | null)[] = []
    const texts: (string | null)[] = []
    for (const { record } of rows) {
      const { account, day, readings } = record as ImportRecords["signals"]
      const found = references.accounts.get(account)
      if (typeof found === "string") continue
      for (const { measure, value } of readings) {
        accountIds.push(found.id)
        // A measure that is yet to be made has no readings, and no measure has the number 0.
        measureIds.push(this.#measures?.get(measures[measure]!.key) ?? 0)
        days.push(day ?? fixedDay)
        values.push(typeof value === "number" ? value : null)
        texts.push(typeof value === "string" ? value : null)
      }
    }
    const signals = { accountIds, measureIds, days, values, texts }
    return inWorkspace(this.#caller, (tx) =>
      compareSignals(tx, this.#caller, { sourceId: this.#run.sourceId, signals }),
    )
  }
}

/** What a new row states, in the words of its fields. */
const statedCells = ({ cells }: AcceptedRow, plan: ImportPlan): CheckedRow["changes"] =>
  Object.entries(plan.fields)
    .map(([key, { index }]) => ({
      field: fieldSpec(plan.kind, key)?.label ?? key,
      before: null,
      after: cells[index] ? printable(cells[index]) : null,
    }))
    .filter(({ after }) => after !== null)

/** A row of readings with what it states. */
function signalRow(
  { row, record }: AcceptedRow,
  { measures, day: fixedDay }: ImportPlan,
  verdict: RowVerdict,
): CheckedRow {
  const { account, day, readings } = record as ImportRecords["signals"]
  return {
    row,
    verdict,
    name: `${account} on ${day ?? fixedDay}`,
    changes:
      verdict === "skip"
        ? []
        : readings.slice(0, 12).map(({ measure, value }) => ({
            field: measures[measure]!.label,
            before: null,
            after: value === null ? null : String(value),
          })),
    because: verdict === "skip" ? "Nothing in it differs from what is stored" : "",
  }
}
