import { inWorkspace } from "#db/in-workspace.ts"
import { peopleByReference } from "#db/queries/imports-references.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { Fault, PersonRecord } from "#lib/imports/records.ts"
import { WaitingTexts } from "#lib/imports/waiting-texts.ts"

const folded = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ")

/** Managers may stand below their people, so they are looked for once all rows were seen. */
export class ManagerCheck {
  readonly #texts = new WaitingTexts(folded)
  readonly #column: number | null

  constructor(plan: ImportPlan) {
    this.#column = plan.fields.manager?.index ?? null
  }

  see(row: number, { externalId, name, manager }: PersonRecord): void {
    if (this.#column === null) return
    this.#texts.see(name)
    if (externalId !== null) this.#texts.see(externalId)
    if (manager !== null) this.#texts.wait(manager, row)
  }

  /** Whether a row of the file is called so. */
  stands(text: string): boolean {
    return this.#texts.stands(text)
  }

  /** The managers who are neither in the file nor one person of the workspace, each with the rows that name them. */
  async conclude(caller: Caller): Promise<{ fault: Fault; rows: readonly number[] }[]> {
    const strange = this.#texts.strange()
    if (strange.length === 0) return []
    const texts = strange.map(({ text }) => text)
    const known = await inWorkspace(caller, (tx) => peopleByReference(tx, caller, texts))
    return strange
      .filter(({ text }) => typeof known.get(text) === "string")
      .map(({ text, rows }) => ({
        fault: { kind: "unknown_manager", field: "manager", columnIndex: this.#column, found: text },
        rows,
      }))
  }
}
