import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import { Occurrences } from "#lib/imports/occurrences.ts"
import type { ImportRecord, MovementRecord } from "#lib/imports/records.ts"
import type { ImportKind } from "#lib/imports/schema.ts"
import type { AccountReferences } from "./references.ts"

type Given = { readonly kind: ImportKind; readonly accounts: AccountReferences }

/**
 * Says of each movement which of the equal ones of its file it is, however its account is named. Given all rows of the
 * file once and in their order, also those that were written before a stop. Rows of other kinds stay as they are.
 */
export class MovementNumbers {
  readonly #caller: Caller
  readonly #given: Given
  readonly #occurrences = new Occurrences()

  constructor(caller: Caller, given: Given) {
    this.#caller = caller
    this.#given = given
  }

  async number<Row extends { readonly record: ImportRecord }>(rows: readonly Row[]): Promise<Row[]> {
    const { kind, accounts } = this.#given
    if (kind !== "movements") return [...rows]
    const texts = accounts.missing(rows.map(({ record }) => (record as MovementRecord).account))
    if (texts.size > 0) await inWorkspace(this.#caller, (tx) => accounts.learn(tx, texts))
    return rows.map((row) => ({ ...row, record: this.#numbered(row.record as MovementRecord) }))
  }

  #numbered(record: MovementRecord): MovementRecord {
    const { account, effectiveOn, kind, amountCents } = record
    const found = this.#given.accounts.one(account)
    if (!found) return record
    const occurrence = this.#occurrences.next(`${found.id} ${effectiveOn} ${kind} ${amountCents}`)
    return { ...record, occurrence }
  }
}
