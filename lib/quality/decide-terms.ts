import { isAsSeen } from "#lib/conflicts/is-as-seen.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import type { SourceTerms } from "./schema.ts"

export const termsRefusals = {
  changed_meanwhile: "Somebody changed the promise or the owner meanwhile. Look again, then save yours.",
} as const

type Terms = Pick<SourceTerms, "promiseHours" | "ownerId">

/** Terms of a source may be set by who saw those that are stored; without a sight nobody is asked. */
export const decideTerms = (
  stored: Terms,
  seen: Terms | undefined,
): Outcome<null, keyof typeof termsRefusals> =>
  isAsSeen(stored, seen) ? accept(null) : refuse("changed_meanwhile")
