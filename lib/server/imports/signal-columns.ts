import type { AccountId } from "#lib/id.ts"
import type { AccountDraft } from "#lib/imports/read-account.ts"
import type { SignalColumns } from "#lib/imports/sort-out.ts"

type Given = {
  readonly idOf: (draft: AccountDraft) => AccountId
  readonly measureIds: readonly number[]
  readonly day: string
}

/** The readings of many accounts, turned from rows into columns. A blank cell takes back what its day held. */
export function signalColumns(
  drafts: readonly AccountDraft[],
  { idOf, measureIds, day }: Given,
): SignalColumns {
  const accountIds: string[] = []
  const measures: number[] = []
  const values: (number | null)[] = []
  const texts: (string | null)[] = []
  for (const draft of drafts) {
    const accountId = idOf(draft)
    for (const [place, measureId] of measureIds.entries()) {
      const reading = draft.readings[place] ?? null
      accountIds.push(accountId)
      measures.push(measureId)
      values.push(typeof reading === "number" ? reading : null)
      texts.push(typeof reading === "string" ? reading : null)
    }
  }
  return { accountIds, measureIds: measures, days: accountIds.map(() => day), values, texts }
}
