import { ownerIsMe } from "#lib/accounts/list-query.ts"

/**
 * The parameters of an address as they are kept: "me" is whoever keeps the page, by id, because to who opens it the
 * word means somebody else. A login that is no person has no id; then the word stays, and owns nothing.
 */
export function keptQuery(query: string, personId: string | null): string {
  const parameters = new URLSearchParams(query)
  if (personId !== null && parameters.get("owner") === ownerIsMe) parameters.set("owner", personId)
  return parameters.toString()
}
