import type { ImportPlan } from "./import-plan.ts"
import { effectOf, treatmentOf } from "./judge-row.ts"
import type { Fault, PersonRecord } from "./records.ts"

/** Whom a row of a people file finds: by its id, else by its name. */
export type PersonMatch =
  | { readonly is: "new" | "several" }
  | { readonly is: "known"; readonly externalId: string }
  /** One who is called by their name, as no file gave them an id. */
  | { readonly is: "adopted"; readonly personId: string; readonly externalId: string }

export type SettledPerson = {
  readonly fault: Fault | null
  /** Whom the row is written to, and the stored person who gets `externalId`; null when the row is left out. */
  readonly person: { readonly externalId: string; readonly gives: string | null } | null
}

const folded = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ")

/** What becomes of the rows of one people file, asked in their order: nobody is taken for two of them. */
export class PersonSettling {
  readonly #plan: ImportPlan
  readonly #claims = new Map<string, string>()

  constructor(plan: ImportPlan) {
    this.#plan = plan
  }

  settle({ externalId, name }: Pick<PersonRecord, "externalId" | "name">, match: PersonMatch): SettledPerson {
    const key = externalId ?? name
    if (match.is === "known") return { fault: null, person: { externalId: match.externalId, gives: null } }
    const claimedBy = this.#claims.get(folded(name))
    const isClaimed = externalId !== null && claimedBy !== undefined && claimedBy !== externalId
    if (match.is === "new" && !isClaimed) return { fault: null, person: { externalId: key, gives: null } }
    if (match.is !== "adopted" || isClaimed) return this.#decided("ambiguous_person", name, key)
    // Rows that exist are left alone, so no id is given either.
    if (this.#plan.conflict === "skip")
      return { fault: null, person: { externalId: match.externalId, gives: null } }
    const settled = this.#decided("adopted_person", `${name} gets the id ${key}`, key)
    if (settled.person === null || treatmentOf(this.#plan, settled.fault!)?.do === "create") return settled
    this.#claims.set(folded(name), key)
    return { fault: settled.fault, person: { externalId: key, gives: match.personId } }
  }

  #decided(kind: string, found: string, externalId: string): SettledPerson {
    const fault = { kind, field: "name", columnIndex: this.#plan.fields.name?.index ?? null, found }
    const isLeftOut = effectOf(this.#plan, fault) === "reject"
    return { fault, person: isLeftOut ? null : { externalId, gives: null } }
  }
}
