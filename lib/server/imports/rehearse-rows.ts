import type { Db } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { accountsOfOtherReadings, otherReadings } from "#db/queries/compare-signals.ts"
import { journaledChanges, measureNumbers, nameRun } from "#db/queries/import-existing.ts"
import { importRun } from "#db/queries/imports.ts"
import { namesOf } from "#db/queries/imports-links.ts"
import type { Caller } from "#lib/access/caller.ts"
import { notFound } from "#lib/errors.ts"
import { accountChanges } from "#lib/imports/account-changes.ts"
import { describeChange, linkedIds } from "#lib/imports/describe-change.ts"
import type { CheckedRow, RowVerdict } from "#lib/imports/import-check.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { ImportRecord } from "#lib/imports/records.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import { kindWriter } from "./kind-writer.ts"
import { Pace } from "./pace.ts"
import { accountReferences, personReferences } from "./references.ts"
import { rehearse } from "./rehearse.ts"
import type { Row, TakeReadings, WaitingRow, Writing, WrittenRows } from "./writing.ts"

export type Rehearsed = Pick<WrittenRows, "created" | "updated" | "skipped"> & {
  readonly waiting: readonly WaitingRow[]
}
export type AcceptedRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly record: ImportRecord
}

type Shared = Omit<Writing, "accounts" | "people" | "known" | "takeReadings">

/**
 * Writes rows and takes them back, a short transaction at a time: what would be created and changed is then exactly
 * what writing will do. Readings are the exception: they are compared with what is stored.
 */
export class Rehearsal {
  readonly #caller: Caller
  readonly #writing: Shared
  /** A rehearsal holds the same locks as writing. */
  readonly #pace = new Pace({ first: 200, least: 50, most: 1_000 })

  private constructor(caller: Caller, writing: Shared) {
    this.#caller = caller
    this.#writing = writing
  }

  static async open(caller: Caller, runId: string, plan: ImportPlan): Promise<Rehearsal> {
    const keys = plan.measures.map(({ key }) => key)
    const [run, numbers] = await inWorkspace(caller, async (tx) => [
      await importRun(tx, caller, runId),
      await measureNumbers(tx, caller, keys),
    ])
    if (!run) throw notFound("import")
    return new Rehearsal(caller, {
      caller,
      run,
      plan,
      cause: { caseType: "import", caseId: runId },
      // A measure that is yet to be made has no readings, and no measure has the number 0.
      measureIds: keys.map((key) => numbers.get(key) ?? 0),
    })
  }

  async count(rows: readonly AcceptedRow[]): Promise<Rehearsed> {
    const total = { created: 0, updated: 0, skipped: 0 }
    const waiting: WaitingRow[] = []
    for (let at = 0; at < rows.length; ) {
      const part = rows.slice(at, at + this.#pace.size)
      const done = await this.#pace.take(() => rehearse(this.#caller, (tx) => this.#write(tx, part)))
      at += part.length
      total.created += done.created
      total.updated += done.updated
      total.skipped += done.skipped
      waiting.push(...(done.waiting ?? []))
    }
    return { ...total, waiting }
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
      const readings: CheckedRow["changes"] = []
      await this.#write(tx, [row], async (_, signals) => {
        const others = await otherReadings(tx, this.#caller, {
          sourceId: this.#writing.run.source.id,
          signals,
        })
        for (const { place, before } of others) {
          const after = signals.texts[place] ?? signals.values[place] ?? null
          const field = this.#writing.plan.measures[place]!.label
          readings.push({ field, before, after: after === null ? null : String(after) })
        }
        return { count: 0, accountIds: [] }
      })
      return [...(await this.#described(tx, row.record)), ...readings].slice(0, 30)
    })
  }

  async #described(tx: Db, record: ImportRecord): Promise<CheckedRow["changes"]> {
    const { run, plan } = this.#writing
    const changes = await journaledChanges(tx, this.#caller, run.id)
    const names = await namesOf(tx, this.#caller, linkedIds(changes))
    if ("arrCents" in record)
      return accountChanges(changes, { ...record, day: record.day ?? plan.day }, names)
    return changes.flatMap(({ before, after }) => describeChange(before, after, names))
  }

  #compare: TakeReadings = async (tx, signals) => {
    const given = { sourceId: this.#writing.run.source.id, signals }
    return { count: 0, accountIds: await accountsOfOtherReadings(tx, this.#caller, given) }
  }

  /** What a rehearsal learns of people and accounts that it makes does not outlast it. */
  #write(tx: Db, rows: readonly Row<ImportKind>[], takeReadings = this.#compare): Promise<WrittenRows> {
    const writing: Writing = {
      ...this.#writing,
      accounts: accountReferences(this.#caller),
      people: personReferences(this.#caller),
      known: { accounts: new Set(), measures: new Set() },
      takeReadings,
    }
    return kindWriter(writing).write(tx, rows)
  }
}
