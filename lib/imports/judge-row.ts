import { formatNumber } from "#lib/format/number.ts"
import { faultWords } from "./fault-words.ts"
import type { ImportPlan, Treatment } from "./import-plan.ts"
import { KeySet } from "./key-set.ts"
import { fieldSpec } from "./kinds.ts"
import { importLimits } from "./limits.ts"
import { readRecord, signalReader } from "./read-record.ts"
import type { Fault, ImportRecord, ImportRecords } from "./records.ts"
import { rowIdentity } from "./row-identity.ts"
import type { ImportKind } from "./schema.ts"
import { type TextKey, textKey } from "./text-key.ts"
import { UnreadableFile } from "./unreadable-file.ts"

export type JudgedRow<Kind extends ImportKind = ImportKind> = {
  /** As it would be written; blank where a cell could not be read. */
  readonly record: ImportRecords[Kind] | null
  readonly faults: readonly Fault[]
  /** Whether the row is left out. */
  readonly isRejected: boolean
}

/** The last rows of identities that stand in the file more than once, by `identityText`. */
export type LastRows = ReadonlyMap<string, number>

const noFaults: readonly Fault[] = []

/**
 * Judges the rows of one file one after the other, in their order: what they say, what is wrong with them, and
 * whether they are left out. The check and the write judge alike. Its memory is one set of 64-bit keys.
 */
export class RowJudge<Kind extends ImportKind> {
  readonly #kind: Kind
  readonly #plan: ImportPlan
  readonly #keys: KeySet | null
  readonly #keep: "first" | "last" | null
  readonly #lastRows: LastRows

  /**
   * `lastRows` is needed only when the last row of an identity counts (see `keepsLast`). A file that a check found
   * sound and whose plan keeps neither first nor last has no identity twice: `isChecked` then spares the set.
   */
  constructor(kind: Kind, plan: ImportPlan, lastRows: LastRows = new Map(), isChecked = false) {
    this.#kind = kind
    this.#plan = plan
    this.#lastRows = lastRows
    const keep = plan.repairs.findLast((repair) => repair.do === "keep")
    this.#keep = keep?.do === "keep" ? keep.which : null
    this.#keys = isChecked && this.#keep === null ? null : new KeySet()
  }

  judge(row: number, cells: readonly string[]): JudgedRow<Kind> {
    const { record, faults } = readRecord(this.#kind, cells, this.#plan)
    const isFaulty = faults.some((fault) => effectOf(this.#plan, fault) === "reject")
    if (record === null || isFaulty) return { record, faults, isRejected: true }
    const key = keyOf(this.#kind, record, this.#plan)
    const isFirst = key === null || this.#keys === null || this.#keys.add(key.high, key.low)
    if (this.#keep === "last" && key !== null) {
      const last = this.#lastRows.get(keyText(key))
      if (last === undefined || last === row) return { record, faults, isRejected: false }
    } else if (isFirst) return { record, faults: faults.length > 0 ? faults : noFaults, isRejected: false }
    const again = repeated(this.#kind, record, this.#plan)
    // What happens may happen twice: unless somebody says otherwise, equal movements are as many as there are rows.
    return this.#kind === "movements" && this.#keep === null
      ? { record, faults: [...faults, { ...again, kind: "equal_row" }], isRejected: false }
      : { record, faults: [...faults, again], isRejected: true }
  }
}

export const keepsLast = ({ repairs }: ImportPlan): boolean => {
  const keep = repairs.findLast((repair) => repair.do === "keep")
  return keep?.do === "keep" && keep.which === "last"
}

/** Finds the last rows of identities that stand several times: fed all rows in order, before they are judged. */
export class LastRowFinder<Kind extends ImportKind> {
  readonly #keys = new KeySet()
  readonly #last = new Map<string, number>()
  readonly #kind: Kind
  readonly #plan: ImportPlan

  constructor(kind: Kind, plan: ImportPlan) {
    this.#kind = kind
    this.#plan = plan
  }

  look(row: number, cells: readonly string[]): void {
    const { record, faults } = readRecord(this.#kind, cells, this.#plan)
    if (record === null || faults.some((fault) => effectOf(this.#plan, fault) === "reject")) return
    const key = keyOf(this.#kind, record, this.#plan)
    if (key === null || this.#keys.add(key.high, key.low)) return
    if (this.#last.size >= importLimits.repeatedRows)
      throw new UnreadableFile(`More than ${formatNumber(importLimits.repeatedRows)} identities repeat`, {
        fix: "Choose that the first row of each counts, or check which column tells the rows apart",
      })
    this.#last.set(keyText(key), row)
  }

  get rows(): LastRows {
    return this.#last
  }
}

const keyText = ({ high, low }: TextKey) => `${high}:${low}`

function keyOf(kind: ImportKind, record: ImportRecord, plan: ImportPlan): TextKey | null {
  if (kind === "signals") {
    const { high, low } = signalReader(plan)
    return { high, low }
  }
  const identity = rowIdentity(kind, record)
  return identity === null ? null : textKey(identity)
}

function repeated(kind: ImportKind, record: ImportRecord, plan: ImportPlan): Fault {
  const field =
    ["externalId", "account", "person", "domain", "name"].find((key) => key in plan.fields) ?? null
  return {
    kind: "repeated_id",
    columnIndex: field === null ? null : (plan.fields[field]?.index ?? null),
    field,
    found:
      kind === "signals" ? (record as ImportRecords["signals"]).account : (rowIdentity(kind, record) ?? ""),
  }
}

/** What becomes of a fault: as was decided, else errors leave their row out and the rest counts as blank. */
export function effectOf(plan: ImportPlan, fault: Fault): "reject" | "accept" {
  const treatment = treatmentOf(plan, fault)
  if (treatment) return treatment.do === "reject" ? "reject" : "accept"
  const { severity } = faultWords(
    fault.kind,
    fault.field ? (fieldSpec(plan.kind, fault.field) ?? null) : null,
  )
  return severity === "error" ? "reject" : "accept"
}

export const treatmentOf = (
  { treatments }: ImportPlan,
  { kind, columnIndex }: Pick<Fault, "kind" | "columnIndex">,
): Treatment | undefined =>
  treatments.findLast(
    ({ problem, column }) => problem === kind && (column === null || column === columnIndex),
  )

/** The faults of a row that is left out, in words, for whoever repairs it. */
export const faultsInWords = (
  plan: ImportPlan,
  faults: readonly Fault[],
): { readonly what: string; readonly fix: string }[] =>
  faults
    .filter((fault) => effectOf(plan, fault) === "reject" || fault.kind === "repeated_id")
    .map(({ kind, field, columnIndex }) => {
      const { what, fix } = faultWords(kind, field ? (fieldSpec(plan.kind, field) ?? null) : null)
      const column = columnIndex === null ? "" : ` (column "${plan.headers[columnIndex] ?? ""}")`
      return { what: `${what}${column}`, fix }
    })
