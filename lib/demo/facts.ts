import type { LifecycleStage } from "#lib/accounts/schema.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { Company } from "./companies.ts"

export type DemoAccount = Company & {
  readonly externalId: string
  readonly domain: string
  readonly lifecycleStage: LifecycleStage | null
  readonly ownerExternalId: string
  readonly parentExternalId: string | null
}

export type DemoContract = {
  readonly externalId: string
  readonly accountExternalId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly noticeOn: string
  readonly autoRenews: boolean
}

export type DemoEntitlement = {
  readonly contractExternalId: string
  readonly sku: string
  readonly quantity: number
  readonly listPriceCents: number
  readonly paidPriceCents: number
}

/** The annual recurring revenue of an account from a day on; what changes between two of them is a movement. */
export type DemoMovement = {
  readonly accountExternalId: string
  readonly day: string
  readonly arrCents: number
}

export type DemoContact = {
  readonly externalId: string
  readonly accountExternalId: string
  readonly role: ContactRole
  readonly strength: number
  readonly relationshipOwnerExternalId: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly lastContactOn: string | null
  readonly leftOn: string | null
}

export type DemoTouchpoint = {
  readonly externalId: string
  readonly accountExternalId: string
  readonly type: TouchpointType
  readonly happenedAt: Date
  readonly personExternalId: string
  readonly contactExternalIds: readonly string[]
  readonly note: string
  readonly nextPlannedOn: string | null
}

/** Readings as columns: places of the account, the measure and the source, the day counted from the beginning. */
export type ReadingColumns = {
  readonly accounts: number[]
  readonly measures: number[]
  readonly sources: number[]
  readonly days: number[]
  readonly values: number[]
}

export const noReadings = (): ReadingColumns => ({
  accounts: [],
  measures: [],
  sources: [],
  days: [],
  values: [],
})

/** What became known in a span of time. Rows that changed several times are told once, as they are at its end. */
export type Facts = {
  readonly accounts: readonly DemoAccount[]
  readonly contracts: readonly DemoContract[]
  readonly entitlements: readonly DemoEntitlement[]
  /** In the order of time. */
  readonly movements: readonly DemoMovement[]
  readonly contacts: readonly DemoContact[]
  readonly touchpoints: readonly DemoTouchpoint[]
  readonly readings: ReadingColumns
}
