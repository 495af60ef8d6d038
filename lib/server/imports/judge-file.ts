import type { Caller } from "#lib/access/caller.ts"
import { FaultTally } from "#lib/imports/fault-tally.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { effectOf, faultsInWords, keepsLast, LastRowFinder, RowJudge } from "#lib/imports/judge-row.ts"
import { importLimits } from "#lib/imports/limits.ts"
import type { Fault, ImportRecord, ImportRecords } from "#lib/imports/records.ts"
import { ReferenceCheck } from "./check-references.ts"
import { ManagerCheck } from "./manager-check.ts"
import { MovementNumbers } from "./movement-numbers.ts"
import { belowHeader, type OpenFile } from "./open-file.ts"
import { ParentCheck } from "./parent-check.ts"
import type { AcceptedRow } from "./rehearse-rows.ts"

export type RejectedRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly because: string
}

export type Judged = {
  readonly rows: number
  readonly rejected: number
  /** Values of measures in the accepted rows. */
  readonly readings: number
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly tally: FaultTally
  readonly filled: (column: number) => number
  /** Whether cells could not be read as the plan says, so that knowing more of the file might change the plan. */
  readonly hasUnread: boolean
  readonly firstRejected: readonly RejectedRow[]
  /** Whether an accepted row of the file is what a parent or manager is called by. */
  readonly stands: (text: string) => boolean
}

type Given = {
  readonly file: OpenFile
  readonly plan: ImportPlan
  readonly onRows: (rows: number) => void
  /** Takes the accepted rows of each batch before the next one is read. */
  readonly take: (rows: readonly AcceptedRow[], references: ReferenceCheck) => Promise<void>
}

const shownRejected = 20
const unreadKinds = new Set(["unreadable_field", "unreadable_number", "no_measure", "future_day"])

/** Judges every row of a file once, in its order. Memory grows by one 64-bit key per row and by nothing else. */
export async function judgeFile(caller: Caller, { file, plan, onRows, take }: Given): Promise<Judged> {
  const { kind } = plan
  const judge = new RowJudge(kind, plan, keepsLast(plan) ? await findLastRows(file, plan) : new Map())
  const references = new ReferenceCheck(caller, plan)
  const numbers = new MovementNumbers(caller, { kind, accounts: references.accounts })
  const parents = kind === "accounts" ? new ParentCheck(plan) : null
  const managers = kind === "people" ? new ManagerCheck(plan) : null
  const tally = new FaultTally()
  const filled = new Int32Array(importLimits.columns)
  const firstRejected: RejectedRow[] = []
  const days = new DaySpan(plan)
  let [rows, rejected, readings, hasUnread] = [0, 0, 0, false]
  const reject = (row: number, cells: readonly string[], faults: readonly Fault[]) => {
    rejected += 1
    if (firstRejected.length >= shownRejected) return
    const because = faultsInWords(plan, faults)
      .map(({ what }) => what)
      .join("; ")
    firstRejected.push({ row, cells, because })
  }
  for await (const batch of belowHeader(file)) {
    const sound: { row: number; cells: readonly string[]; record: ImportRecord }[] = []
    for (const { row, cells } of batch) {
      if (kind !== "signals")
        for (let at = 0; at < cells.length && at < filled.length; at += 1)
          if (cells[at] !== "") filled[at]! += 1
      const { record, faults, isRejected } = judge.judge(row, cells)
      for (const fault of faults) {
        tally.add(fault, row)
        if (unreadKinds.has(fault.kind)) hasUnread = true
      }
      if (isRejected || record === null) reject(row, cells, faults)
      else sound.push({ row, cells, record })
    }
    rows += batch.length
    await references.learn(sound)
    const accepted: AcceptedRow[] = []
    for (const { row, cells, record } of sound) {
      const faults = references.faults(record)
      for (const fault of faults) tally.add(fault, row)
      if (faults.some((fault) => effectOf(plan, fault) === "reject")) {
        reject(row, cells, faults)
        continue
      }
      const parent = parents?.see(row, record as ImportRecords["accounts"])
      if (parent) tally.add(parent, row)
      managers?.see(row, record as ImportRecords["people"])
      accepted.push({ row, cells, record })
      readings += days.see(record)
    }
    await take(await numbers.number(accepted), references)
    onRows(rows)
  }
  for (const { fault, rows: places } of (await (parents ?? managers)?.conclude(caller)) ?? [])
    for (const row of places) tally.add(fault, row)
  return {
    rows,
    rejected,
    readings,
    firstDay: days.first,
    lastDay: days.last,
    tally,
    // Readings have few blanks: all their rows are filled.
    filled: (column) => (kind === "signals" ? rows : (filled[column] ?? 0)),
    hasUnread,
    firstRejected,
    stands: (text) => (parents ?? managers)?.stands(text) ?? false,
  }
}

async function findLastRows(file: OpenFile, plan: ImportPlan) {
  const finder = new LastRowFinder(plan.kind, plan)
  for await (const batch of belowHeader(file)) for (const { row, cells } of batch) finder.look(row, cells)
  return finder.rows
}

/** The first and last day of the readings, and how many there are. */
class DaySpan {
  first: string | null = null
  last: string | null = null
  readonly #plan: ImportPlan

  constructor(plan: ImportPlan) {
    this.#plan = plan
  }

  see(record: ImportRecord): number {
    if (this.#plan.kind !== "signals" && this.#plan.kind !== "accounts") return 0
    const { day, readings } = record as ImportRecords["signals"] | ImportRecords["accounts"]
    const on = day ?? this.#plan.day
    if (this.first === null || on < this.first) this.first = on
    if (this.last === null || on > this.last) this.last = on
    if (this.#plan.shape === "long") return 1
    let stated = 0
    for (const reading of readings) {
      const value = typeof reading === "object" && reading !== null ? reading.value : reading
      if (value !== null) stated += 1
    }
    return stated
  }
}
