import "server-only"
import { reasonWords } from "#components/health/reason-words.ts"
import type { Db } from "#db/client.ts"
import { ownerChoices, teamChoices } from "#db/queries/people.ts"
import { sourcesOverview } from "#db/queries/quality-overview.ts"
import {
  type BookTotals,
  bookAccounts,
  bookTotals,
  bookTouchpoints,
  setupOf,
  teamOf,
  todayMarks,
  toldBySource,
} from "#db/queries/today.ts"
import { bookHistory } from "#db/queries/today-history.ts"
import { strongestChanges } from "#db/queries/today-moves.ts"
import type { Caller } from "#lib/access/caller.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { weeklyDays } from "#lib/health/weekly-days.ts"
import { daysOfSpans, spansOf } from "#lib/period/spans.ts"
import { isTrusted } from "#lib/quality/source-standing.ts"
import type { BookAccount } from "#lib/today/book-account.ts"
import { bookNumbers, usualSpan } from "#lib/today/book-numbers.ts"
import { bookPart } from "#lib/today/book-part.ts"
import { saysWhose, scopeChips } from "#lib/today/narrowing.ts"
import type { TodayQuery } from "#lib/today/schema.ts"
import { assignsOwners, scopeChoice } from "#lib/today/scope.ts"
import { scoreMoves } from "#lib/today/score-moves.ts"
import type { SourceOfBook } from "#lib/today/source-items.ts"
import { todayList } from "#lib/today/today-list.ts"

/** More accounts than this are not looked at one by one: the largest by ARR are. */
export const mostAccounts = 2_000
const movesShown = 10
const touchpointsShown = 1_000

type Asked = {
  readonly query: TodayQuery
  readonly today: string
  readonly timeZone: string
  readonly currency: string
}

/** Everything that the page of today shows, read and worked out in one transaction. */
export async function readHome(tx: Db, caller: Caller, { query, today, timeZone, currency }: Asked) {
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
  const isWhole = totals.accounts <= mostAccounts
  const moves = scoreMoves(accounts)
  const days = weeklyDays(today)
  const asked = { today, days, span: spans ?? usualSpan(today) }
  const historyDays = [...new Set([...days, ...daysOfSpans(spans)])].toSorted()
  return {
    scope,
    offered,
    chips: scopeChips(query, await scopeNamesOf(tx, caller, query)),
    totals,
    isWhole,
    list,
    sources,
    setup: await setupOf(tx, caller),
    numbers: bookNumbers(
      totals,
      isWhole ? await bookHistory(tx, caller, { ...book, days: historyDays }) : [],
      asked,
    ),
    spans,
    allMoves: moves.length,
    moves: await withReasons(tx, caller, { moves: moves.slice(0, movesShown), since, today }),
    rows: query.rows ? await rowsOf(tx, caller, { of: query.rows, book, accounts, totals }) : null,
  }
}

/** What those are called whom the scope of the frame names. */
async function scopeNamesOf(tx: Db, caller: Caller, { team, owner }: TodayQuery) {
  const teams = team ? await teamChoices(tx, caller) : []
  const owners = owner ? await ownerChoices(tx, caller) : []
  return {
    teamName: teams.find(({ id }) => id === team)?.name,
    ownerName: owners.find(({ id }) => id === owner)?.name,
  }
}

/** Reasons of a good score lift it: they explain no fall. */
const pullingDown = ({ reason }: BookAccount): string | null =>
  reason !== null && reason.points < 0 ? reasonWords(reason) : null

async function withReasons(
  tx: Db,
  caller: Caller,
  { moves, since, today }: { moves: ReturnType<typeof scoreMoves>; since: string; today: string },
) {
  const changes = await strongestChanges(tx, caller, {
    accountIds: moves.map(({ id }) => id),
    before: since,
    after: today,
  })
  return moves.map((move) => ({ ...move, reason: changes.get(move.id)?.label ?? null }))
}

async function rowsOf(
  tx: Db,
  caller: Caller,
  {
    of,
    book,
    accounts,
    totals,
  }: {
    of: NonNullable<TodayQuery["rows"]>
    book: Parameters<typeof bookTotals>[2]
    accounts: readonly BookAccount[]
    totals: BookTotals
  },
) {
  if (of === "touchpoints") {
    const rows = await bookTouchpoints(tx, caller, { ...book, limit: touchpointsShown })
    return { of, rows, all: totals.touchpoints }
  }
  const rows = bookPart(accounts, of, book.today)
  return { of, rows, all: Math.max(rows.length, of === "renewals" ? totals.renewals : rows.length) }
}
