import { formatDay } from "#lib/format/day.ts"
import { formatShare } from "#lib/format/percent.ts"
import { formatCount } from "#lib/format/plural.ts"
import { shareWords } from "./asked-words.ts"
import type { Standing } from "./standing.ts"

/** The sentence above a standard: how many rows fail, what is asked, and since when. */
export function standardAnswer(
  { standing, atLeast, noun }: { standing: Standing; atLeast: number; noun: string },
  today: string,
): string {
  const { newest, share, verdict, failing, failsSince, mayBeOlder } = standing
  if (newest === null) return "Not measured yet."
  if (share === null) return `There is no ${noun} to measure it on.`
  const rows = formatCount(newest.rows, noun)
  const meet = `${shareWords(share)} of ${rows} ${newest.rows === 1 ? "meets" : "meet"} it; ${formatShare(atLeast)} is asked.`
  if (verdict === "met") return `Met: ${meet}`
  const since = failsSince
    ? ` It fails since ${formatDay(failsSince, today)}${mayBeOlder ? " or before" : ""}.`
    : ""
  return `Not met: ${formatCount(failing, noun)} ${failing === 1 ? "fails" : "fail"}. ${meet}${since}`
}
