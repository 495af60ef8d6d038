import type { LifecycleStage } from "#lib/accounts/schema.ts"
import type { Company } from "./companies.ts"
import type { ContractState } from "./contract-state.ts"
import type { Random } from "./random.ts"

/** An account while the world goes on. Days are counted from the beginning of the history. */
export type AccountState = {
  readonly place: number
  readonly externalId: string
  readonly company: Company
  readonly random: Random
  /** How its systems are linked: all of them, only billing and CRM, or none. */
  readonly links: "all" | "few" | "none"
  /** Whether billing counts other licences than the product does. */
  readonly isDisputed: boolean
  /** What this account always answers a little higher or lower than others. */
  readonly habit: readonly number[]
  becameCustomerOn: number
  ownerId: string
  stage: LifecycleStage | null

  /** How well the product suits them; value goes towards it, adoption follows value, features follow adoption. */
  fit: number
  value: number
  adoption: number
  features: number
  /** Bad experience that is not forgotten yet. */
  pain: number
  mood: number
  sponsorLeftOn: number | null
  sponsorMetOn: number
  touchedOn: number
  expandedOn: number
  incidentOn: number
  openTickets: number
  overdueDays: number

  contract: ContractState
  noticeGivenOn: number | null
  /** The day from which the account is no customer any more, once notice was given. */
  leavesOn: number | null
  isLost: boolean
  /** The minute of the next talk; others that were planned before it do not take place. */
  touchDueAt: number
  touchpoints: number
  contacts: number
}

export const clamp = (least: number, most: number, value: number): number =>
  Math.min(most, Math.max(least, value))
