import type { AccountIdentity, StatedAccount } from "./identify-account.ts"
import type { ImportPlan } from "./import-plan.ts"
import { effectOf, treatmentOf } from "./judge-row.ts"
import type { AccountRecord, Fault } from "./records.ts"

/** What a row says that its account may be known by. */
export const statedAccount = ({ fields, isIdStated, isNameStated }: AccountRecord): StatedAccount => ({
  key: fields.externalId,
  isIdStated,
  domain: fields.domain,
  name: isNameStated ? fields.name : null,
})

export type SettledAccount = {
  /** What a person is told or asked about the row; null when nothing is unclear. */
  readonly fault: Fault | null
  /** The account that the row is written to; null when the row is left out. */
  readonly account: {
    readonly externalId: string
    /** A stored account that gets `externalId`, by its id. */
    readonly gives: string | null
  } | null
}

/**
 * What becomes of the rows of one accounts file by whom they mean and what was decided about it. Asked for the rows
 * in their order, it never takes one account for two of them. The check and the write settle alike.
 */
export class AccountSettling {
  readonly #plan: ImportPlan
  readonly #claims = new Map<string, string>()

  constructor(plan: ImportPlan) {
    this.#plan = plan
  }

  settle(stated: StatedAccount, found: AccountIdentity): SettledAccount {
    const identity = this.#claimed(stated, found)
    if (identity.is === "new") return { fault: null, account: { externalId: stated.key, gives: null } }
    if (identity.is === "known")
      return { fault: null, account: { externalId: identity.externalId, gives: null } }
    const fault = faultOf(this.#plan, stated, identity)
    if (effectOf(this.#plan, fault) === "reject") return { fault, account: null }
    const decision = treatmentOf(this.#plan, fault)?.do
    if (identity.is === "several" || decision === "create")
      return { fault, account: { externalId: stated.key, gives: null } }
    // Rows that exist are left alone, so no id is given either.
    if (!stated.isIdStated || this.#plan.conflict === "skip")
      return {
        fault: identity.is === "adopted" ? null : fault,
        account: { externalId: identity.externalId, gives: null },
      }
    this.#claims.set(identity.accountId, stated.key)
    return { fault, account: { externalId: stated.key, gives: identity.accountId } }
  }

  /** An account that an earlier row took is no one's to take again. */
  #claimed(stated: StatedAccount, identity: AccountIdentity): AccountIdentity {
    if (identity.is !== "adopted" && identity.is !== "contested") return identity
    const claimedBy = this.#claims.get(identity.accountId)
    return claimedBy === undefined || claimedBy === stated.key ? identity : { is: "several", by: identity.by }
  }
}

const kinds = { adopted: "adopted_account", contested: "contested_account", several: "ambiguous_account" }

function faultOf(
  { fields }: ImportPlan,
  stated: StatedAccount,
  { is, by }: Exclude<AccountIdentity, { is: "new" | "known" }>,
): Fault {
  const found = (by === "domain" ? stated.domain : stated.name) ?? stated.key
  const columnIndex = fields[by]?.index ?? fields.externalId?.index ?? null
  return {
    kind: kinds[is],
    field: by,
    columnIndex,
    found: is === "adopted" ? `${found} gets the id ${stated.key}` : found,
  }
}
