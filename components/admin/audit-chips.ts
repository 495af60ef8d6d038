import {
  type AuditFilter,
  type AuditQuery,
  auditFilters,
  auditHref,
  doorNames,
} from "#lib/audit/audit-query.ts"
import { eventTitle } from "#lib/audit/event-words.ts"
import { formatShortDay } from "#lib/format/day.ts"

export type AuditChip = { readonly filter: AuditFilter; readonly label: string; readonly href: string }

/** The filters of the log that are on, each with the address of the log without it. */
export function auditChips(query: AuditQuery, today: string): readonly AuditChip[] {
  const labels = {
    who: query.who && `Who: ${query.who}`,
    what: query.what && `What: ${eventTitle(query.what)}`,
    account: query.account && `Account: ${query.account}`,
    from: query.from && `From ${formatShortDay(query.from, today)}`,
    to: query.to && `To ${formatShortDay(query.to, today)}`,
    via: query.via && `Via: ${doorNames[query.via]}`,
  }
  return auditFilters.flatMap((filter) => {
    const label = labels[filter]
    return label ? [{ filter, label, href: auditHref(query, { [filter]: undefined }) }] : []
  })
}
