import type { Db } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type JournaledChange, journaledChanges, nameRun } from "#db/queries/import-existing.ts"
import { importRun } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import { accountChanges } from "#lib/imports/account-changes.ts"
import { describeChange } from "#lib/imports/describe-change.ts"
import type { CheckedRow, RowVerdict } from "#lib/imports/import-check.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { ImportRecord } from "#lib/imports/records.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { kindWriter } from "./kind-writer.ts"
import { Pace } from "./pace.ts"
import { accountReferences, personReferences } from "./references.ts"
import { rehearse } from "./rehearse.ts"
import type { Row, Writing, WrittenRows } from "./writing.ts"

export type Rehearsed = Pick<WrittenRows, "created" | "updated" | "skipped">
export type AcceptedRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly record: ImportRecord
}

/**
 * Writes rows and takes them back, a short transaction at a time: what would be created and changed is then exactly
 * what writing will do. Readings are left aside, they are compared by reading.
 */
export class Rehearsal {
  readonly #caller: Caller
  readonly #writing: Omit<Writing, "accounts" | "people" | "known">
  /** A rehearsal holds the same locks as writing. */
  readonly #pace = new Pace({ first: 200, least: 50, most: 1_000 })

  private constructor(caller: Caller, writing: Omit<Writing, "accounts" | "people" | "known">) {
    this.#caller = caller
    this.#writing = writing
  }

  static async open(caller: Caller, runId: string, plan: ImportPlan): Promise<Rehearsal> {
    const run = await inWorkspace(caller, (tx) => importRun(tx, caller, runId))
    if (!run) throw notFound("import")
    return new Rehearsal(caller, {
      caller,
      run,
      plan: { ...plan, measures: [] },
      cause: { caseType: "import", caseId: runId },
      measureIds: [],
    })
  }

  async count(rows: readonly AcceptedRow[]): Promise<Rehearsed> {
    const total = { created: 0, updated: 0, skipped: 0 }
    for (let at = 0; at < rows.length; ) {
      const part = rows.slice(at, at + this.#pace.size).map(withoutReadings)
      const done = await this.#pace.take(() => rehearse(this.#caller, (tx) => this.#write(tx, part)))
      at += part.length
      total.created += done.created
      total.updated += done.updated
      total.skipped += done.skipped
    }
    return total
  }

  /** What becomes of each of a few rows: those of one kind are found together, the others by halves. */
  async verdicts(rows: readonly AcceptedRow[]): Promise<RowVerdict[]> {
    if (rows.length === 0) return []
    const { created, updated, skipped } = await this.count(rows)
    const whole = rows.map((): RowVerdict => (created > 0 ? "create" : updated > 0 ? "update" : "skip"))
    if (rows.length === 1 || Math.max(created, updated, skipped) === rows.length) return whole
    const middle = Math.ceil(rows.length / 2)
    return [...(await this.verdicts(rows.slice(0, middle))), ...(await this.verdicts(rows.slice(middle)))]
  }

  /** Which fields of what is stored a row would change. */
  async changes(row: AcceptedRow): Promise<CheckedRow["changes"]> {
    return rehearse(this.#caller, async (tx) => {
      await nameRun(tx, this.#caller, this.#writing.run.id)
      await this.#write(tx, [withoutReadings(row)])
      const changes = await journaledChanges(tx, this.#caller, this.#writing.run.id)
      return this.#described(changes, row.record).slice(0, 30)
    })
  }

  #described(changes: readonly JournaledChange[], record: ImportRecord): CheckedRow["changes"] {
    if ("arrCents" in record) return accountChanges(changes, record, record.day ?? this.#writing.plan.day)
    return changes.flatMap(({ before, after }) => describeChange(before, after))
  }

  /** What a rehearsal learns of people and accounts that it makes does not outlast it. */
  #write(tx: Db, rows: readonly Row<ImportKind>[]): Promise<WrittenRows> {
    const writing: Writing = {
      ...this.#writing,
      accounts: accountReferences(this.#caller),
      people: personReferences(this.#caller),
      known: { accounts: new Set(), measures: new Set() },
    }
    return kindWriter(writing).write(tx, rows)
  }
}

function withoutReadings({ row, cells, record }: AcceptedRow): Row<ImportKind> {
  const bare = "readings" in record && "fields" in record ? { ...record, readings: [] } : record
  return { row, cells, record: bare }
}
