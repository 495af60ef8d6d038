import { accountsByReference, peopleByReference } from "#db/queries/imports-references.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountId, PersonId } from "#lib/id.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { Fault, ImportRecord, ImportRecords } from "#lib/imports/records.ts"
import { referencesOf } from "#lib/imports/references-of.ts"
import { ReferenceCache } from "./reference-cache.ts"

type Row = { readonly record: ImportRecord }

/** Finds the accounts and people that rows name, a batch at a time. */
export class ReferenceCheck {
  readonly accounts: ReferenceCache<AccountId>
  readonly people: ReferenceCache<PersonId>
  readonly #plan: ImportPlan

  constructor(caller: Caller, plan: ImportPlan) {
    this.#plan = plan
    this.accounts = new ReferenceCache<AccountId>(caller, accountsByReference)
    this.people = new ReferenceCache<PersonId>(caller, peopleByReference)
  }

  async learn(rows: readonly Row[]): Promise<void> {
    const accounts = new Set<string>()
    const people = new Set<string>()
    for (const { record } of rows) {
      if (this.#plan.kind === "signals") {
        accounts.add((record as ImportRecords["signals"]).account)
        continue
      }
      for (const { text, fault } of referencesOf(this.#plan.kind, record))
        (fault === "unknown_account" ? accounts : people).add(text)
      if (this.#plan.kind === "people") {
        const { externalId, name } = record as ImportRecords["people"]
        if (externalId === null) people.add(name)
      }
      if (this.#plan.kind === "accounts") {
        const { fields, isIdStated } = record as ImportRecords["accounts"]
        if (!isIdStated) accounts.add(fields.externalId)
      }
    }
    await this.accounts.learn(accounts)
    await this.people.learn(people)
  }

  /** What is wrong with the references of a row whose texts were learned. */
  faults(record: ImportRecord): readonly Fault[] {
    const { kind } = this.#plan
    if (kind === "signals") {
      const { account } = record as ImportRecords["signals"]
      const found = this.accounts.get(account)
      return typeof found === "string" ? [this.#accountFault(found, "account", account)] : none
    }
    const faults: Fault[] = []
    for (const { field, text, fault } of referencesOf(kind, record)) {
      const found = fault === "unknown_account" ? this.accounts.get(text) : this.people.get(text)
      if (typeof found !== "string") continue
      faults.push(
        fault === "unknown_account"
          ? this.#accountFault(found, field, text)
          : this.#faultAt(fault, field, text),
      )
    }
    if (kind === "people") {
      const { externalId, name } = record as ImportRecords["people"]
      if (externalId === null && this.people.get(name) === "several")
        faults.push(this.#faultAt("ambiguous_person", "name", name))
    }
    if (kind === "accounts") {
      const { fields, isIdStated } = record as ImportRecords["accounts"]
      const field = "domain" in this.#plan.fields && fields.domain ? "domain" : "name"
      if (!isIdStated && this.accounts.get(fields.externalId) === "several")
        faults.push(this.#faultAt("ambiguous_account", field, fields.externalId))
    }
    return faults
  }

  #accountFault(found: "several" | "unknown", field: string, text: string): Fault {
    return this.#faultAt(found === "several" ? "ambiguous_account" : "unknown_account", field, text)
  }

  #faultAt(kind: string, field: string, found: string): Fault {
    return { kind, field, columnIndex: this.#plan.fields[field]?.index ?? null, found }
  }
}

const none: readonly Fault[] = []
