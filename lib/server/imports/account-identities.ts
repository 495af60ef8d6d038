import type { Db } from "#db/client.ts"
import { accountMatches, runBegan } from "#db/queries/imports-identity.ts"
import type { Caller } from "#lib/access/caller.ts"
import { identifyAccount } from "#lib/imports/identify-account.ts"
import type { ImportPlan } from "#lib/imports/import-plan.ts"
import type { AccountRecord } from "#lib/imports/records.ts"
import { AccountSettling, type SettledAccount, statedAccount } from "#lib/imports/settle-account.ts"

/** Which accounts the rows of one file mean, a batch at a time and in their order. */
export class AccountIdentities {
  readonly #caller: Caller
  readonly #settling: AccountSettling
  readonly #runId: string | null
  #began: string | null = null

  /** `runId` is that of a run that writes: what it makes of earlier rows is no match for later ones. */
  constructor(caller: Caller, plan: ImportPlan, runId: string | null = null) {
    this.#caller = caller
    this.#settling = new AccountSettling(plan)
    this.#runId = runId
  }

  async settle(on: Db, records: readonly AccountRecord[]): Promise<readonly SettledAccount[]> {
    if (this.#runId !== null) this.#began ??= await runBegan(on, this.#caller, this.#runId)
    const stated = records.map(statedAccount)
    const matches = await accountMatches(on, this.#caller, { stated, before: this.#began })
    return stated.map((one, place) => this.#settling.settle(one, identifyAccount(one, matches[place]!)))
  }
}
