/** A stored account that bears the id, domain or name of a row. */
export type AccountMatch = {
  readonly by: "id" | "domain" | "name"
  readonly accountId: string
  readonly externalId: string
  readonly name: string
  readonly domain: string | null
}

export type StatedAccount = {
  /** Its id; else the domain or name that it is known by. */
  readonly key: string
  readonly isIdStated: boolean
  readonly domain: string | null
  readonly name: string | null
}

export type AccountIdentity =
  | { readonly is: "new" }
  | { readonly is: "known"; readonly externalId: string }
  /** Found by a domain or name; `adopted` has no id of its own yet, `contested` has another one. */
  | {
      readonly is: "adopted" | "contested"
      readonly by: "domain" | "name"
      readonly accountId: string
      readonly externalId: string
    }
  | { readonly is: "several"; readonly by: "domain" | "name" }

const folded = (text: string | null): string | null => text?.trim().toLowerCase().replace(/\s+/g, " ") ?? null

/** An account that came without an id is called by its domain or name. */
const hasOwnId = ({ externalId, domain, name }: AccountMatch): boolean =>
  folded(externalId) !== folded(domain) && folded(externalId) !== folded(name)

/**
 * The account that a row means: the one of its id, else of its domain, else of its name. A stated id is given to an
 * account that has none of its own. One that has another id, or bears the name with another domain, is contested:
 * only a person can say whether it is the same.
 */
export function identifyAccount(stated: StatedAccount, matches: readonly AccountMatch[]): AccountIdentity {
  const own = matches.find(({ by }) => by === "id")
  if (own) return { is: "known", externalId: own.externalId }
  for (const by of ["domain", "name"] as const) {
    const found = new Map(matches.filter((match) => match.by === by).map((match) => [match.accountId, match]))
    const [match] = found.values()
    if (!match) continue
    if (found.size > 1) return { is: "several", by }
    const isElsewhere =
      by === "name" &&
      stated.domain !== null &&
      match.domain !== null &&
      folded(match.domain) !== folded(stated.domain)
    const { accountId, externalId } = match
    if (isElsewhere || (stated.isIdStated && hasOwnId(match)))
      return { is: "contested", by, accountId, externalId }
    return stated.isIdStated ? { is: "adopted", by, accountId, externalId } : { is: "known", externalId }
  }
  return { is: "new" }
}
