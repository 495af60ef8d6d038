import type { ContactRole } from "#lib/contacts/schema.ts"

/** What the rules for the next step look at. Days are `YYYY-MM-DD`. */
export type AccountSituation = {
  readonly today: string
  /** The customer has left. */
  readonly isLost: boolean
  readonly renewsOn: string | null
  readonly lastContactOn: string | null
  /** The day that the newest touchpoint planned. */
  readonly plannedOn: string | null
  /** The day on which the account became known. */
  readonly createdOn: string
  /** Days that may lie between two touchpoints. */
  readonly cadence: number
  readonly contacts: readonly { readonly role: ContactRole; readonly leftOn: string | null }[]
  /** Null before the first score. */
  readonly health: {
    readonly value: number | null
    /** How it fell beyond its usual variation, to stand behind "Health is"; null when it did not. */
    readonly drop: string | null
    /** The cause to ask about. */
    readonly strongestCause: Cause | null
    /** Measures whose values are missing or too old to count, the weightiest first. */
    readonly leftOut: readonly string[]
    /** Share 0 to 1 of the model's weight that fresh values cover. */
    readonly coverage: number
  } | null
}

export type Cause = {
  /** In words, with its value. */
  readonly label: string
  /** What it does to the score, to stand behind the label: "pulls it down most, by 7.5 points". */
  readonly effect: string
  /** The part of the page where that can be checked. */
  readonly href: "#why" | "#changed"
}

export type NextStep = {
  /** Which rule said so. */
  readonly rule: string
  /** What to do, as a verb. */
  readonly title: string
  /** Why now, with the facts it rests on. */
  readonly reason: string
  /** The part of the page where these facts stand. */
  readonly href: `#${string}`
}

export type Rule = (situation: AccountSituation) => Omit<NextStep, "rule"> | null
