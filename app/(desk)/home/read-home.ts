import "server-only"
import type { Db } from "#db/client.ts"
import { ownerChoices, teamChoices } from "#db/queries/people.ts"
import { type BookTotals, type bookTotals, bookTouchpoints, setupOf } from "#db/queries/today.ts"
import { bookHistory } from "#db/queries/today-history.ts"
import { strongestChanges } from "#db/queries/today-moves.ts"
import type { Caller } from "#lib/access/caller.ts"
import { weeklyDays } from "#lib/health/weekly-days.ts"
import { daysOfSpans } from "#lib/period/spans.ts"
import type { BookAccount } from "#lib/today/book-account.ts"
import { bookNumbers, usualSpan } from "#lib/today/book-numbers.ts"
import { bookPart } from "#lib/today/book-part.ts"
import { scopeChips } from "#lib/today/narrowing.ts"
import type { TodayQuery } from "#lib/today/schema.ts"
import { scoreMoves } from "#lib/today/score-moves.ts"
import { type Asked, mostAccounts, readToday } from "./read-today.ts"

const movesShown = 10
const touchpointsShown = 1_000

/** Everything that the page of today shows, read and worked out in one transaction. */
export async function readHome(tx: Db, caller: Caller, asked: Asked) {
  const { query, today } = asked
  const found = await readToday(tx, caller, asked)
  const { scope, offered, book, totals, spans, since, accounts, sources, list } = found
  const isWhole = totals.accounts <= mostAccounts
  const moves = scoreMoves(accounts)
  const days = weeklyDays(today)
  const span = spans ?? usualSpan(today)
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
      { today, days, span },
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
