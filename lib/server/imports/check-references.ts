import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { Fault, ImportRecord, ImportRecords } from "#lib/imports/records.ts"
import { referencesOf } from "#lib/imports/references-of.ts"
import {
  type AccountReferences,
  accountReferences,
  type PersonReferences,
  personReferences,
} from "./references.ts"

type Row = { readonly record: ImportRecord }

/** Finds the accounts and people that rows name, a batch at a time. */
export class ReferenceCheck {
  readonly accounts: AccountReferences
  readonly people: PersonReferences
  readonly #caller: Caller
  readonly #plan: ImportPlan

  constructor(caller: Caller, plan: ImportPlan) {
    this.#plan = plan
    this.#caller = caller
    this.accounts = accountReferences(caller)
    this.people = personReferences(caller)
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
    await this.#ask(this.accounts, accounts)
    await this.#ask(this.people, people)
  }

  /** In one short transaction; in none when all is known. */
  async #ask(references: AccountReferences | PersonReferences, texts: ReadonlySet<string>): Promise<void> {
    const fresh = references.missing(texts)
    if (fresh.size > 0) await inWorkspace(this.#caller, (tx) => references.learn(tx, fresh))
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
