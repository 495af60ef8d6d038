import "server-only"
import { reasonWords } from "#components/health/reason-words.ts"
import type { Db } from "#db/client.ts"
import { sourcesOverview } from "#db/queries/quality-overview.ts"
import { bookAccounts, bookTotals, teamOf, todayMarks, toldBySource } from "#db/queries/today.ts"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { spansOf } from "#lib/period/spans.ts"
import { isTrusted } from "#lib/quality/source-standing.ts"
import type { BookAccount } from "#lib/today/book-account.ts"
import { saysWhose } from "#lib/today/narrowing.ts"
import type { TodayQuery } from "#lib/today/schema.ts"
import { assignsOwners, scopeChoice } from "#lib/today/scope.ts"
import type { SourceOfBook } from "#lib/today/source-items.ts"
import { todayList } from "#lib/today/today-list.ts"

/** More accounts than this are not looked at one by one: the largest by ARR are. */
export const mostAccounts = 2_000

export type Asked = {
  readonly query: TodayQuery
  readonly today: string
  readonly timeZone: string
  readonly currency: string
}

/** The list of what to do first, with the book that it is made from. */
export async function readToday(tx: Db, caller: Caller, { query, today, timeZone, currency }: Asked) {
  const { role, personId } = caller.actor
  const team = await teamOf(tx, caller)
  const { scope, offered } = scopeChoice({
    role,
    hasPerson: personId !== null,
    hasTeam: team.length > 1,
    asked: query.scope,
    isSaid: saysWhose(query),
  })
  const people = scope === "mine" ? team.slice(0, 1) : team
  const book = { scope, people, narrowed: query, today, timeZone }
  const totals = await bookTotals(tx, caller, book)
  const spans = spansOf(query, today)
  // What moved up to now; of a period that is over, the scores of every account in between are not read.
  const since = spans?.endsToday ? spans.since : addDays(today, -1)
  const withUnowned = scope === "team" && assignsOwners(role)
  const found = await bookAccounts(tx, caller, { ...book, withUnowned, since, limit: mostAccounts })
  const isOfBook = ({ ownerName }: BookAccount) => scope !== "team" || ownerName !== null
  const accounts = found.filter(isOfBook)
  const sources = await sourcesOverview(tx, caller, { today, timeZone })
  const told: SourceOfBook[] = []
  for (const source of sources.filter(({ standing }) => standing.state !== "silent" && !isTrusted(standing)))
    told.push({
      ...source,
      ...(await toldBySource(tx, caller, {
        sourceKey: source.key,
        accountIds: accounts.map(({ id }) => id),
        today,
      })),
    })
  const list = todayList({
    accounts,
    unowned: found.filter((account) => !isOfBook(account)),
    sources: told,
    marks: await todayMarks(tx, caller, { timeZone }),
    today,
    currency,
    knowsTouchpoints: totals.knowsTouchpoints,
    asksForOwners: totals.knowsOwners && assignsOwners(role),
    reasonWords: pullingDown,
  })
  return { scope, offered, book, totals, spans, since, accounts, sources, list }
}

/** Reasons of a good score lift it: they explain no fall. */
const pullingDown = ({ reason }: BookAccount): string | null =>
  reason !== null && reason.points < 0 ? reasonWords(reason) : null
