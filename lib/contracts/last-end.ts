import type { ContractRow } from "./schema.ts"

/** The end, `YYYY-MM-DD`, of the contract that ended last before today; null when none ended yet. */
export const lastEnd = (rows: readonly Pick<ContractRow, "endsOn">[], today: string): string | null =>
  rows.reduce<string | null>(
    (last, { endsOn }) => (endsOn < today && (last === null || endsOn > last) ? endsOn : last),
    null,
  )
