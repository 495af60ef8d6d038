import type { AccountFields, LifecycleStage, Segment } from "#lib/accounts/schema.ts"
import type { ContactRole } from "#lib/contacts/schema.ts"
import type { ArrMovementKind } from "#lib/contracts/schema.ts"
import type { JobFunction } from "#lib/people/schema.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"

export type Reading = number | string | null

/** One row of an accounts file; null is a blank cell. */
export type AccountRecord = {
  readonly fields: Omit<AccountFields, "segment" | "lifecycleStage"> & {
    readonly segment: Segment | null
    readonly lifecycleStage: LifecycleStage | null
  }
  /** Without it the account is known by its domain, else its name, and `externalId` holds that. */
  readonly isIdStated: boolean
  readonly isNameStated: boolean
  readonly arrCents: number | null
  readonly contractStartsOn: string | null
  readonly contractEndsOn: string | null
  /** The day of the values when the row states one. */
  readonly day: string | null
  /** One per measure of the plan, in its order. */
  readonly readings: readonly Reading[]
}

export type ContractRecord = {
  readonly externalId: string | null
  readonly account: string
  readonly startsOn: string | null
  readonly endsOn: string
  readonly noticeOn: string | null
  readonly autoRenews: boolean | null
  readonly currency: string | null
  /** The product that the row is about, when it names one. */
  readonly line: {
    readonly product: string
    readonly quantity: number | null
    readonly listPriceCents: number | null
    readonly paidPriceCents: number | null
  } | null
}

export type MovementRecord = {
  readonly account: string
  readonly effectiveOn: string
  readonly kind: ArrMovementKind
  /** Signed: contraction and churn are negative however the file writes them. */
  readonly amountCents: number
  /** Which of the equal movements of its file it is, from 1: what happened twice counts twice. */
  readonly occurrence: number
}

export type ContactRecord = {
  readonly externalId: string | null
  readonly account: string
  readonly name: string
  readonly email: string | null
  readonly title: string | null
  readonly role: ContactRole | null
  readonly strength: number | null
  readonly lastContactOn: string | null
  readonly relationshipOwner: string | null
  readonly leftOn: string | null
}

export type PersonRecord = {
  readonly externalId: string | null
  readonly name: string
  readonly position: string | null
  readonly jobFunction: JobFunction | null
  readonly manager: string | null
  readonly team: string | null
  readonly fte: number | null
  readonly timeZone: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  readonly hourlyCents: number | null
  /** The day from which the cost of an hour holds; null is the day of the import. */
  readonly costValidFrom: string | null
}

export type SkillRecord = {
  readonly person: string
  readonly skill: string
  readonly kind: string | null
  readonly level: number
  readonly assessor: string | null
  readonly assessedOn: string | null
}

export type TouchpointRecord = {
  readonly externalId: string | null
  readonly account: string
  readonly type: TouchpointType
  /** ISO instant in UTC. */
  readonly happenedAt: string
  readonly person: string | null
  readonly note: string | null
  readonly nextPlannedOn: string | null
}

/** One row of a signals file: one reading when it is long, one per measure of the plan when it is wide. */
export type SignalRecord = {
  readonly account: string
  readonly day: string | null
  /** `measure` is a place in the plan's measures; a null value takes back what the day held. */
  readonly readings: readonly { readonly measure: number; readonly value: Reading }[]
}

export type ImportRecords = {
  readonly accounts: AccountRecord
  readonly contracts: ContractRecord
  readonly movements: MovementRecord
  readonly contacts: ContactRecord
  readonly people: PersonRecord
  readonly skills: SkillRecord
  readonly touchpoints: TouchpointRecord
  readonly signals: SignalRecord
}
export type ImportRecord = ImportRecords[keyof ImportRecords]

/** A cell, or with no column a whole row, that is not as it should be. */
export type Fault = {
  readonly kind: string
  readonly columnIndex: number | null
  readonly field: string | null
  readonly found: string
}
