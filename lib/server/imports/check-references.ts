import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { AccountRecord, Fault, ImportRecord, ImportRecords, PersonRecord } from "#lib/imports/records.ts"
import { referencesOf } from "#lib/imports/references-of.ts"
import { rowIdentity } from "#lib/imports/row-identity.ts"
import { AccountIdentities } from "./account-identities.ts"
import { PersonIdentities } from "./person-identities.ts"
import {
  type AccountReferences,
  accountReferences,
  type PersonReferences,
  personReferences,
} from "./references.ts"
import { severalMatches, tellingField } from "./several-matches.ts"

type Row = { readonly record: ImportRecord }

/** Finds the accounts and people that rows name, a batch at a time. */
export class ReferenceCheck {
  readonly accounts: AccountReferences
  readonly people: PersonReferences
  readonly #caller: Caller
  readonly #plan: ImportPlan
  readonly #identities: AccountIdentities
  readonly #persons: PersonIdentities
  #several: ReadonlySet<ImportRecord> = new Set()
  /** Of the rows of the present batch. */
  #settled: Map<ImportRecord, { readonly fault: Fault | null }> = new Map()

  constructor(caller: Caller, plan: ImportPlan) {
    this.#plan = plan
    this.#caller = caller
    this.accounts = accountReferences(caller)
    this.people = personReferences(caller)
    this.#identities = new AccountIdentities(caller, plan)
    this.#persons = new PersonIdentities(caller, plan)
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
    }
    if (this.#plan.kind === "accounts")
      await this.#identify(rows.map(({ record }) => record as AccountRecord))
    await this.#ask(this.accounts, accounts)
    await this.#ask(this.people, people)
    if (this.#plan.kind in tellingField) await this.#findSeveral(rows.map(({ record }) => record))
    if (this.#plan.kind === "people")
      await this.#identifyPeople(rows.map(({ record }) => record as PersonRecord))
  }

  async #identify(records: readonly AccountRecord[]): Promise<void> {
    this.#settled = new Map()
    if (records.length === 0) return
    const settled = await inWorkspace(this.#caller, (tx) => this.#identities.settle(tx, records))
    for (const [place, record] of records.entries()) this.#settled.set(record, settled[place]!)
  }

  async #identifyPeople(records: readonly PersonRecord[]): Promise<void> {
    this.#settled = new Map()
    if (records.length === 0) return
    const settled = await inWorkspace(this.#caller, (tx) => this.#persons.settle(tx, this.people, records))
    for (const [place, record] of records.entries()) this.#settled.set(record, settled[place]!)
  }

  async #findSeveral(records: readonly ImportRecord[]): Promise<void> {
    const given = { kind: this.#plan.kind, accounts: this.accounts }
    this.#several =
      records.length === 0
        ? new Set()
        : await inWorkspace(this.#caller, (tx) => severalMatches(tx, this.#caller, given, records))
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
    if (this.#several.has(record)) {
      faults.push(this.#faultAt("ambiguous_row", tellingField[kind]!, rowIdentity(kind, record) ?? ""))
    }
    if (kind === "accounts" || kind === "people") {
      const fault = this.#settled.get(record)?.fault
      if (fault) faults.push(fault)
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
