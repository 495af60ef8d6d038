import { readHealthRange } from "#lib/accounts/health-range.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
import { type AccountsQuery, accountFilterKeys, ownerIsMe } from "#lib/accounts/list-query.ts"
import { lifecycleStageNames } from "#lib/accounts/schema.ts"
import { bandWords } from "#lib/health/band.ts"

export type FilterKey = (typeof accountFilterKeys)[number]

/** Names of those whom the list is filtered by. */
export type ChosenNames = { readonly ownerName?: string | undefined; readonly teamName?: string | undefined }

/** Each filter that is on, in words, with the address of the list without it. */
export function accountChips(query: AccountsQuery, { ownerName, teamName }: ChosenNames) {
  const words: Readonly<Record<FilterKey, string | false | undefined>> = {
    q: query.q && `Name has “${query.q}”`,
    band: query.band && `Health: ${bandWords[query.band].label}`,
    health: query.health && rangeWords(query.health),
    segment: query.segment && `Segment: ${query.segment}`,
    stage: query.stage && `Stage: ${lifecycleStageNames[query.stage]}`,
    team: query.team && `Team: ${teamName ?? "unknown"}`,
    owner: query.owner && `Owner: ${query.owner === ownerIsMe ? "me" : (ownerName ?? "unknown")}`,
    due: query.due && "Renews within 90 d",
    quiet: query.quiet && "No contact in 30 d",
    lost: query.lost && "Without lost accounts",
  }
  return accountFilterKeys.flatMap((key) => {
    const label = words[key]
    return label ? [{ key, label, href: accountsHref(query, { [key]: undefined }) }] : []
  })
}

/** The list without any filter: its order, columns and row height stay. */
export const withoutFilters = ({ sort, period, cmp, cols, plot, density }: AccountsQuery): string =>
  accountsHref({ sort, period, cmp, cols, plot, density }, {})

function rangeWords(health: string): string | undefined {
  const range = readHealthRange(health)
  return range ? `Health ${range.from} to ${range.to}` : undefined
}
