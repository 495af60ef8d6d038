import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

/** What an undo of an assignment did, and what it could not do, for who asked. */
export function undoOwnersWords({
  restored,
  leftAlone,
}: {
  readonly restored: number
  readonly leftAlone: number
}): string {
  const back =
    restored === 1
      ? "1 account has its former owner again."
      : `${formatCount(restored, "account")} have their former owners again.`
  if (leftAlone === 0) return back
  return `${back} ${formatNumber(leftAlone)} ${leftAlone === 1 ? "was changed since and stays" : "were changed since and stay"} as ${leftAlone === 1 ? "it is" : "they are"}.`
}
