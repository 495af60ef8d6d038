import { inWorkspace } from "#db/in-workspace.ts"
import { knownExternalIds } from "#db/queries/import-existing.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { AccountRecord, Fault } from "#lib/imports/records.ts"
import { WaitingTexts } from "#lib/imports/waiting-texts.ts"

/** Parents may stand below their children, so they are looked for once all rows were seen. */
export class ParentCheck {
  readonly #texts = new WaitingTexts()
  readonly #column: number | null

  constructor(plan: ImportPlan) {
    this.#column = plan.fields.parentExternalId?.index ?? null
  }

  see(row: number, { fields }: AccountRecord): Fault | null {
    if (this.#column === null) return null
    this.#texts.see(fields.externalId)
    const parent = fields.parentExternalId
    if (parent === null) return null
    if (parent === fields.externalId) return this.#fault(parent)
    this.#texts.wait(parent, row)
    return null
  }

  /** Whether a row of the file is called so. */
  stands(text: string): boolean {
    return this.#texts.stands(text)
  }

  /** The parents that are neither in the file nor in the workspace, each with the rows that name it. */
  async conclude(caller: Caller): Promise<{ fault: Fault; rows: readonly number[] }[]> {
    const strange = this.#texts.strange()
    if (strange.length === 0) return []
    const known = await inWorkspace(caller, (tx) =>
      knownExternalIds(
        tx,
        caller,
        strange.map(({ text }) => text),
      ),
    )
    return strange
      .filter(({ text }) => !known.has(text))
      .map(({ text, rows }) => ({ fault: this.#fault(text), rows }))
  }

  #fault(found: string): Fault {
    return { kind: "unknown_parent", field: "parentExternalId", columnIndex: this.#column, found }
  }
}
