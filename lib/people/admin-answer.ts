import { type Role, roleNames } from "../access/roles.ts"
import { formatCount } from "../format/plural.ts"
import { peopleAnswer } from "./people-answer.ts"

/**
 * What there is to administer, for who is asking: those who may change people are told who signs in; everybody else how
 * many pages of Admin their role opens. Logins are null for the latter.
 */
export function adminAnswer({
  role,
  logins,
  pages,
}: {
  readonly role: Role
  readonly logins: readonly { readonly role: Role; readonly isDisabled: boolean }[] | null
  readonly pages: number
}): string {
  if (logins) return peopleAnswer(logins)
  return `As ${roleNames[role]} you may open ${formatCount(pages, "page")} of Admin.`
}
