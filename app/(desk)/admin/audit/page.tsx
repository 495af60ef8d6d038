import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AdminLinks } from "#components/admin/admin-links.tsx"
import { auditChips } from "#components/admin/audit-chips.ts"
import { AuditFilter } from "#components/admin/audit-filter.tsx"
import { AuditTable } from "#components/admin/audit-table.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { buttonLook } from "#components/ui/button-look.ts"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { NoResultState } from "#components/ui/no-result-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { auditCount, auditNames, auditRows } from "#db/queries/audit.ts"
import { auditWithoutEach } from "#db/queries/audit-without.ts"
import { auditAnswer, factCount, mostCounted } from "#lib/audit/audit-answer.ts"
import { auditFilters, auditHref, auditQuery, doorNames, peopleToday } from "#lib/audit/audit-query.ts"
import { eventDetail, eventTitle } from "#lib/audit/event-words.ts"
import { toldChanges } from "#lib/audit/told-changes.ts"
import { formatShortDay } from "#lib/format/day.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { matchWords } from "#lib/format/match-words.ts"
import { changedToday } from "#lib/server/audit/changed-today.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"

export const metadata: Metadata = { title: "Audit" }

const pageSize = 50

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("audit.read", "/admin/audit", search)
  if (desk.missing) return <NotAllowed title="Audit" permission={desk.missing} />
  const { caller, timeZone, role } = desk
  const place = { now: caller.now, timeZone }
  const query = auditQuery.parse(search)
  const today = dayOf(caller.now, timeZone)
  const chips = auditChips(query, today)
  const isFiltered = auditFilters.some((filter) => query[filter] !== undefined)
  const { page, count, newest, names, nearest, changed } = await deskRead(caller, async (tx) => {
    const rows = await auditRows(tx, caller, { query, timeZone, limit: pageSize })
    const first = query.before
      ? await auditRows(tx, caller, { query: { ...query, before: undefined }, timeZone, limit: 1 })
      : rows
    return {
      page: rows,
      newest: first.rows[0],
      changed: await changedToday(tx, caller, timeZone),
      count: await auditCount(tx, caller, { query, timeZone }),
      nearest: rows.rows.length > 0 ? [] : await auditWithoutEach(tx, caller, { query, timeZone }),
      names: await auditNames(tx, caller, rows),
    }
  })
  const rows = page.rows.map(({ at, type, payload, via, ...row }) => ({
    ...row,
    at: formatInstant(at, place),
    title: eventTitle(type),
    detail: eventDetail(type, payload, (day) => formatShortDay(day, today)),
    changes: toldChanges(payload, names),
    via: doorNames[via],
  }))
  return (
    <>
      <AdminLinks role={role} here="audit" />
      <PageHead
        title="Audit"
        answer={auditAnswer({
          count,
          isFiltered,
          today: changed,
          newest: newest
            ? { who: newest.who, title: eventTitle(newest.type), at: formatInstant(newest.at, place) }
            : null,
        })}
        asOf={`As of ${formatInstant(caller.now, place)}. A fact is written with the change it tells, and can be neither changed nor removed.`}
        actions={
          <a href={auditHref(query, {}, "/admin/audit/csv")} className={buttonLook("secondary")} download>
            Download CSV
          </a>
        }
      />
      <LeftOutNote search={search} understood={query} />
      <AuditFilter query={query} today={today} />
      {rows.length > 0 ? (
        <Panel
          title={query.before ? "Older facts" : "Newest facts"}
          subtitle={`${rows.length} of ${factCount(count)}, in the time of this workspace (${timeZone}).`}
          actions={
            query.via !== "session" &&
            changed.count > 0 && (
              <ButtonLink href={auditHref({}, peopleToday(today))}>By people today</ButtonLink>
            )
          }
        >
          <AuditTable rows={rows} />
        </Panel>
      ) : count > 0 ? (
        <EmptyState title="No older fact is there." />
      ) : isFiltered ? (
        <NoResultState
          noun="fact"
          filters={chips.map(({ label }) => label)}
          clearHref="/admin/audit"
          nearest={chips.flatMap(({ filter, label, href }) => {
            const matching = nearest.find((one) => one.filter === filter)?.matching ?? 0
            return matching > 0 ? [{ label, href, says: matchWords(matching, mostCounted) }] : []
          })}
        />
      ) : (
        <EmptyState title="Nothing was done here so far.">
          Every change leaves a fact here, with who made it, when and how.
        </EmptyState>
      )}
      {(query.before || page.next) && (
        <nav aria-label="Pages" className="flex justify-end gap-2 print:hidden">
          {query.before && <ButtonLink href={auditHref(query, {})}>Newest</ButtonLink>}
          {page.next && <ButtonLink href={auditHref(query, { before: page.next })}>Older</ButtonLink>}
        </nav>
      )}
    </>
  )
}
