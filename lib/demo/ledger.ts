import type {
  DemoAccount,
  DemoContact,
  DemoContract,
  DemoEntitlement,
  DemoMovement,
  DemoTouchpoint,
  Facts,
  ReadingColumns,
} from "./facts.ts"
import { noReadings } from "./facts.ts"

/** Keeps what the world tells until somebody asks for it. */
export class Ledger {
  #accounts = new Map<string, DemoAccount>()
  #contracts = new Map<string, DemoContract>()
  #entitlements = new Map<string, DemoEntitlement>()
  #contacts = new Map<string, DemoContact>()
  #movements: DemoMovement[] = []
  #touchpoints: DemoTouchpoint[] = []
  #readings: ReadingColumns = noReadings()

  account(row: DemoAccount): void {
    this.#accounts.set(row.externalId, row)
  }
  contract(row: DemoContract): void {
    this.#contracts.set(row.externalId, row)
  }
  entitlement(row: DemoEntitlement): void {
    this.#entitlements.set(`${row.contractExternalId} ${row.sku}`, row)
  }
  contact(row: DemoContact): void {
    this.#contacts.set(row.externalId, row)
  }
  movement(row: DemoMovement): void {
    this.#movements.push(row)
  }
  touchpoint(row: DemoTouchpoint): void {
    this.#touchpoints.push(row)
  }
  reading(account: number, measure: number, source: number, day: number, value: number): void {
    const { accounts, measures, sources, days, values } = this.#readings
    accounts.push(account)
    measures.push(measure)
    sources.push(source)
    days.push(day)
    values.push(value)
  }

  /** All that was told since the last time. */
  take(): Facts {
    const facts: Facts = {
      accounts: [...this.#accounts.values()],
      contracts: [...this.#contracts.values()],
      entitlements: [...this.#entitlements.values()],
      contacts: [...this.#contacts.values()],
      movements: this.#movements,
      touchpoints: this.#touchpoints,
      readings: this.#readings,
    }
    for (const rows of [this.#accounts, this.#contracts, this.#entitlements, this.#contacts]) rows.clear()
    this.#movements = []
    this.#touchpoints = []
    this.#readings = noReadings()
    return facts
  }
}
