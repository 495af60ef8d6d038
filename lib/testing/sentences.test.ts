import { expect, test } from "vitest"
import { accountAnswer } from "#lib/accounts/account-answer.ts"
import { accountsAnswer } from "#lib/accounts/answer-sentence.ts"
import { auditAnswer, mostCounted } from "#lib/audit/audit-answer.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatShare } from "#lib/format/percent.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import { modelAnswer } from "#lib/health/model-answer.ts"
import { modelOf } from "#lib/health/testing/model-of.ts"
import { mulberry32 } from "#lib/math/mulberry32.ts"
import { adminAnswer } from "#lib/people/admin-answer.ts"
import { peopleAnswer } from "#lib/people/people-answer.ts"
import { profilesAnswer } from "#lib/people/profiles-answer.ts"
import { sessionsAnswer } from "#lib/people/sessions-answer.ts"
import { shareWords } from "#lib/quality/asked-words.ts"
import { lagWords } from "#lib/quality/lag-words.ts"
import { sourceAnswer } from "#lib/quality/source-answer.ts"
import type { SourceStanding } from "#lib/quality/source-standing.ts"
import { standardAnswer } from "#lib/quality/standard-answer.ts"
import { standingOf } from "#lib/quality/standing.ts"
import { trustAnswer } from "#lib/quality/trust-answer.ts"
import { freshnessWords } from "#lib/today/freshness-words.ts"
import { todayAnswer } from "#lib/today/today-answer.ts"
import { inventedNumbers } from "./bare-numbers.ts"

/*
 * Integrity 5: every number of a generated sentence exists in the data behind it. The data are made at random, large
 * and small; what a sentence may count or add up is worked out here a second time.
 */
const today = "2026-11-16"
const rounds = 300

function rounded(check: (random: { upTo: (most: number) => number; happens: () => boolean }) => void) {
  const next = mulberry32(5)
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  for (let round = 0; round < rounds; round++) check({ upTo, happens: () => next() < 0.5 })
}

test("Home", () =>
  rounded(({ upTo, happens }) => {
    const [accounts, due, later] = [upTo(4_000), upTo(30), upTo(9)]
    const late = upTo(due)
    const on = "2026-12-03"
    const next = happens() ? ({ what: "Touchpoint", name: "Room 12 Ltd", on } as const) : null
    const scope = happens() ? "mine" : "all"
    const sentence = todayAnswer({ scope, accounts, due, late, later, next, today })
    const texts = ["Room 12 Ltd", formatDay(on, today)]
    expect(inventedNumbers(sentence, { numbers: [accounts, due, late, later], texts }), sentence).toEqual([])
  }))

test("Accounts", () =>
  rounded(({ upTo, happens }) => {
    const all = upTo(5_000)
    const matching = upTo(all)
    const lost = upTo(matching)
    const customers = matching - lost
    const withoutScore = upTo(customers)
    const notYetScored = upTo(withoutScore)
    const needAttention = upTo(customers - withoutScore)
    const cents = happens() ? upTo(9_000_000_00) : null
    const sentence = accountsAnswer({
      matching,
      all,
      lost,
      needAttention,
      needAttentionArrCents: cents,
      withoutScore,
      notYetScored,
      currency: "USD",
    })
    const numbers = [matching, all, lost, customers, needAttention, notYetScored, withoutScore - notYetScored]
    const texts = cents === null ? [] : [formatMoney(cents, "USD")]
    expect(inventedNumbers(sentence, { numbers, texts }), sentence).toEqual([])
  }))

test("An account", () =>
  rounded(({ upTo, happens }) => {
    const [health, computed, arrCents] = [upTo(100), upTo(100), upTo(1_000_000_00)]
    const renewsOn = "2027-02-03"
    const sentence = accountAnswer({
      health,
      band: "red",
      reasons: ["Licence use 41 %", "2 open tickets", "a third of 7"],
      judged: happens() ? { author: "Ada 2", computed } : null,
      arrCents,
      currency: "EUR",
      renewsOn,
      today,
    })
    const texts = [
      "Licence use 41 %",
      "2 open tickets",
      "Ada 2",
      formatMoney(arrCents, "EUR"),
      formatRelativeDays(renewsOn, today),
    ]
    expect(inventedNumbers(sentence, { numbers: [health, computed], texts }), sentence).toEqual([])
  }))

test("People, Admin and Sessions", () =>
  rounded(({ upTo, happens }) => {
    const logins = Array.from({ length: 1 + upTo(40) }, () => ({
      role: happens() ? ("admin" as const) : ("csm" as const),
      isDisabled: happens() && happens(),
    }))
    const [waiting, pages] = [upTo(5), upTo(9)]
    const open = logins.filter(({ isDisabled }) => !isDisabled)
    const admins = open.filter(({ role }) => role === "admin")
    const numbers = [open.length, admins.length, logins.length - open.length, waiting]
    const people = peopleAnswer(logins, waiting)
    expect(inventedNumbers(people, { numbers }), people).toEqual([])
    expect(adminAnswer({ role: "admin", logins, pages })).toBe(peopleAnswer(logins))
    const opened = adminAnswer({ role: "viewer", logins: null, pages })
    expect(inventedNumbers(opened, { numbers: [pages] }), opened).toEqual([])
    const sessions = Array.from({ length: upTo(60) }, () => ({ loginId: String(upTo(7)) }))
    const signedIn = sessionsAnswer(sessions, happens())
    const who = new Set(sessions.map(({ loginId }) => loginId)).size
    expect(inventedNumbers(signedIn, { numbers: [sessions.length, who] }), signedIn).toEqual([])
  }))

test("Success profiles and the log", () =>
  rounded(({ upTo, happens }) => {
    const inForce = Array.from({ length: upTo(6) }, () => ({
      segment: (["Enterprise", "Mid-Market", "SMB", null] as const)[upTo(3)] ?? null,
    }))
    const profiles = profilesAnswer(inForce)
    expect(inventedNumbers(profiles, { numbers: [inForce.length, 3] }), profiles).toEqual([])
    const count = upTo(mostCounted * 2)
    const newest = count > 0 ? { who: "Ada 2", title: "Login changed", at: "Mon 16 Nov 09:00" } : null
    const changed = newest ? upTo(count) : 0
    const log = auditAnswer({ count, newest, isFiltered: happens(), today: { count: changed, last: newest } })
    const numbers = [count, changed].map((one) => Math.min(one, mostCounted))
    expect(inventedNumbers(log, { numbers, texts: ["Ada 2", "Mon 16 Nov 09:00"] }), log).toEqual([])
  }))

test("Data and its sources", () =>
  rounded(({ upTo, happens }) => {
    const standings = Array.from({ length: upTo(7) }, (_, place) => {
      const lateHours = happens() ? upTo(900) : 0
      const state = lateHours > 0 ? "late" : happens() ? "on_time" : "silent"
      const lagHours = state === "silent" ? null : 24 + lateHours
      const standing: SourceStanding = { state, lagHours, lateHours }
      return { name: `Desk ${place}`, subjects: happens() ? ["Support"] : [], standing }
    })
    const measured = upTo(12)
    const notMet = upTo(measured)
    const failing = notMet > 0 ? ["Account owner", "NPS"].slice(0, 1 + upTo(1)) : []
    const trust = trustAnswer({ sources: standings, standards: { measured, notMet, failing } })
    const told = standings.filter(({ standing }) => standing.state !== "silent")
    const spoilt = told.filter(({ standing }) => standing.lateHours > 0)
    const subjects = spoilt.length
    const numbers = [
      standings.length,
      told.length,
      spoilt.length,
      standings.length - told.length,
      told.length - spoilt.length,
      measured,
      notMet,
      // Of more than three subjects or names the first two are told, the rest are counted.
      ...Array.from({ length: subjects + 1 }, (_, more) => more),
    ]
    const texts = standings.flatMap(({ name, standing }) => [name, lagWords(standing.lateHours)])
    expect(inventedNumbers(trust, { numbers, texts }), trust).toEqual([])
    const fresh = freshnessWords(standings)
    expect(inventedNumbers(fresh, { numbers, texts }), fresh).toEqual([])
    const [source] = told
    if (!source) return
    const hours = 1 + upTo(200)
    const completeTo = "2026-11-03"
    const one = sourceAnswer({ ...source, promise: { hours, isGuess: happens() }, completeTo }, today)
    const lag = lagWords(source.standing.lagHours ?? 0)
    const said = [...texts, lag, lagWords(hours), formatDay(completeTo, today)]
    expect(inventedNumbers(one, { numbers: [], texts: said }), one).toEqual([])
  }))

test("A standard and the health model", () =>
  rounded(({ upTo, happens }) => {
    const rows = upTo(900)
    const met = upTo(rows)
    const atLeast = upTo(1000) / 1000
    const history = happens() ? [{ day: "2026-11-09", rows, met, atLeast }] : []
    const standing = standingOf(history)
    const standard = standardAnswer({ standing, atLeast, noun: "account" }, today)
    const texts = [
      shareWords(standing.share ?? 0),
      formatShare(atLeast),
      formatShare(atLeast, 1),
      formatDay("2026-11-09", today),
    ]
    expect(inventedNumbers(standard, { numbers: [rows, rows - met], texts }), standard).toEqual([])
    const waiting = upTo(500)
    const models = [modelOf({ usage: { weight: 60 }, tickets: { weight: 40 } })].slice(0, upTo(1))
    const customers = upTo(500)
    const withoutScore = upTo(customers)
    const notYetScored = upTo(withoutScore)
    const health = modelAnswer(models, { customers, withoutScore, notYetScored, waiting })
    const version = models.map((model) => model.version)
    const scored = [customers, customers - withoutScore, withoutScore - notYetScored, notYetScored]
    expect(inventedNumbers(health, { numbers: [...version, 2, 0, waiting, ...scored] }), health).toEqual([])
  }))

test("a sentence with a number of its own is found", () =>
  expect(inventedNumbers("4 of 9 accounts need attention", { numbers: [3, 9] })).toEqual([4]))
