import { inWorkspace } from "#db/in-workspace.ts"
import { knownExternalIds } from "#db/queries/import-existing.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import { KeySet } from "#lib/imports/key-set.ts"
import type { AccountRecord, Fault } from "#lib/imports/records.ts"
import { textKey } from "#lib/imports/text-key.ts"

type Waiting = { readonly rows: number[]; count: number }

const mostWaiting = 20_000
const shownRows = 5

/** Parents may stand below their children, so they are looked for once all rows were seen. */
export class ParentCheck {
  readonly #ids = new KeySet()
  readonly #waiting = new Map<string, Waiting>()
  readonly #column: number | null

  constructor(plan: ImportPlan) {
    this.#column = plan.fields.parentExternalId?.index ?? null
  }

  see(row: number, { fields }: AccountRecord): Fault | null {
    if (this.#column === null) return null
    const { high, low } = textKey(fields.externalId)
    this.#ids.add(high, low)
    const parent = fields.parentExternalId
    if (parent === null) return null
    if (parent === fields.externalId) return this.#fault(parent)
    const known = this.#waiting.get(parent)
    if (known) {
      known.count += 1
      if (known.rows.length < shownRows) known.rows.push(row)
    } else if (this.#waiting.size < mostWaiting) this.#waiting.set(parent, { rows: [row], count: 1 })
    return null
  }

  /** The parents that are neither in the file nor in the workspace, each with the rows that name it. */
  async conclude(caller: Caller): Promise<{ fault: Fault; rows: readonly number[] }[]> {
    const strange = [...this.#waiting].filter(([parent]) => {
      const { high, low } = textKey(parent)
      return !this.#ids.has(high, low)
    })
    if (strange.length === 0) return []
    const known = await inWorkspace(caller, (tx) =>
      knownExternalIds(
        tx,
        caller,
        strange.map(([parent]) => parent),
      ),
    )
    return strange
      .filter(([parent]) => !known.has(parent))
      .map(([parent, { rows, count }]) => ({
        fault: this.#fault(parent),
        rows: Array.from({ length: count }, (_, place) => rows[place] ?? rows[0]!),
      }))
  }

  #fault(found: string): Fault {
    return { kind: "unknown_parent", field: "parentExternalId", columnIndex: this.#column, found }
  }
}
