import type { LifecycleStage } from "#lib/accounts/schema.ts"
import type { AccountState } from "./account-state.ts"
import { Arrivals } from "./arrivals.ts"
import { bornAccount, settleContract } from "./birth.ts"
import { comeBack, decideBusiness, hazardOn, strongestCause } from "./commerce.ts"
import { yearlyCents } from "./contract-state.ts"
import { liveThroughDay } from "./dynamics.ts"
import { EventQueue } from "./event-queue.ts"
import { type Facts, noReadings, type ReadingColumns } from "./facts.ts"
import { Ledger } from "./ledger.ts"
import { deliveryMinute, observe } from "./observe.ts"
import { type Calendar, calendarOf, type WorldPlan } from "./plan.ts"
import { incidentOn, planted } from "./planted.ts"
import { Relations, workingTime } from "./relations.ts"
import { accountRow, contractRow, entitlementRows } from "./rows.ts"
import { Staffing } from "./staffing.ts"
import { painOf, Support, ticketRate } from "./support.ts"
import { TruthLog, type WorldTruth } from "./truth.ts"

type WorldEvent =
  | { readonly kind: "day"; readonly day: number }
  | { readonly kind: "asked" | "closed" | "talk" | "back"; readonly account: AccountState }
  | { readonly kind: "answered"; readonly account: AccountState; readonly hours: number }

const oneDay = 1440

/**
 * A software company with its customers, from the beginning of its history on: a simulation of events that follow
 * from each other. Advancing in one step or in many gives the same facts, so a world that is caught up equals one
 * that was watched all the time.
 */
export class World {
  readonly calendar: Calendar
  readonly plan: WorldPlan
  readonly #events = new EventQueue<WorldEvent>()
  readonly #ledger = new Ledger()
  readonly #truth = new TruthLog()
  readonly #staffing: Staffing
  readonly #support: Support
  readonly #relations: Relations
  readonly #arrivals: Arrivals
  readonly #accounts: AccountState[] = []
  /** Readings of the day that no source has delivered yet. */
  #undelivered: ReadingColumns = noReadings()
  #now = 0

  constructor(plan: WorldPlan) {
    this.plan = plan
    this.calendar = calendarOf(plan)
    this.#staffing = new Staffing(plan, this.calendar)
    this.#support = new Support(plan, this.#staffing, this.calendar)
    this.#arrivals = new Arrivals(plan, this.calendar)
    const { calendar } = this
    this.#relations = new Relations({ calendar, staffing: this.#staffing, ledger: this.#ledger })
    this.#events.plan(0, { kind: "day", day: 0 })
  }

  /** Minutes since the beginning of the history. */
  minuteOf(instant: Date): number {
    return Math.floor((instant.getTime() - Date.parse(`${this.calendar.dayOf(0)}T00:00:00Z`)) / 60_000)
  }

  instantOf(minute: number): Date {
    return new Date(Date.parse(`${this.calendar.dayOf(0)}T00:00:00Z`) + minute * 60_000)
  }

  /** The minute up to which everything has happened. */
  get now(): number {
    return this.#now
  }

  /** Lets everything happen that is due up to an instant, this one included. Never goes back. */
  advanceTo(minute: number): void {
    for (let due = this.#events.next(minute); due; due = this.#events.next(minute)) this.#happen(due)
    this.#now = Math.max(this.#now, minute)
    this.#deliver(this.#now)
  }

  /** What became known since the last call. */
  take(): Facts {
    const facts = this.#ledger.take()
    return this.plan.isSteady ? { ...facts, contacts: [], touchpoints: [] } : facts
  }

  /** External ids by the places that readings name. */
  accountIds(): readonly string[] {
    return this.#accounts.map(({ externalId }) => externalId)
  }

  truth(): WorldTruth {
    const { anchorDay } = this.plan
    return this.#truth.tell({ anchorDay, firstDay: this.calendar.dayOf(0), planted })
  }

  #happen({ at, event }: { at: number; event: WorldEvent }): void {
    if (event.kind === "day") {
      this.#beginDay(event.day)
      return
    }
    const { account } = event
    if (event.kind === "closed") account.openTickets -= 1
    else if (event.kind === "answered") account.pain += painOf(event.hours, account.company.segment)
    else if (event.kind === "back") this.#comeBack(account, Math.floor(at / oneDay))
    else if (account.isLost) return
    else if (event.kind === "asked") this.#ask(account, at)
    else if (at === account.touchDueAt) this.#planTalk(account, this.#relations.touch(account, at))
  }

  #beginDay(day: number): void {
    this.#deliver(day * oneDay)
    for (const come of this.#arrivals.upTo(day)) this.#welcome(come)
    this.#staffing.reassign(this.#accounts, day, (account) => {
      this.#relations.ownerChanged(account)
      this.#tellAccount(account)
    })
    const fromAnchor = day - this.calendar.anchor
    const isMeasured = this.calendar.isMeasured(day)
    const weekday = this.calendar.weekdayOf(day)
    const isWorkday = weekday !== 0 && weekday !== 6
    for (const account of this.#accounts) {
      if (account.isLost || account.becameCustomerOn > day) continue
      this.#liveThrough(account, day, fromAnchor)
      if (account.isLost) continue
      if (isWorkday) this.#openTickets(account, day, fromAnchor)
      if (isMeasured) this.#measure(account, day, fromAnchor)
    }
    this.#events.plan((day + 1) * oneDay, { kind: "day", day: day + 1 })
  }

  #welcome({ place, day }: { place: number; day: number }): void {
    const company = this.#arrivals.company(place)
    const account = bornAccount({ plan: this.plan, place, company, day })
    this.#accounts.push(account)
    const today = Math.max(0, day)
    this.#staffing.give(account, this.#staffing.ownerFor(company.segment, today))
    settleContract(account, () => this.#tellContract(account, account.contract.startsOn))
    this.#setStage(account, today)
    this.#tellAccount(account)
    this.#relations.meet(account, day)
    const firstTalk = day < 0 ? account.random.whole(0, 20) : day + 1
    this.#planTalk(account, workingTime(firstTalk, account.random, this.calendar))
  }

  #liveThrough(account: AccountState, day: number, fromAnchor: number): void {
    const change = liveThroughDay(account, day, fromAnchor)
    if (change === "left") this.#relations.sponsorLeft(account, day)
    if (change === "followed") this.#relations.sponsorFollowed(account, day)
    const hazard = hazardOn(account, day)
    this.#truth.hazard(account.externalId, day, hazard)
    const cause = strongestCause(account, day)
    const decision = decideBusiness(account, day, this.plan.isSteady ? 0 : hazard)
    if (decision === "lost") {
      this.#lose(account, day)
      return
    }
    if (decision === "notice") {
      const lostOn = account.leavesOn ?? day
      this.#truth.loss({ accountExternalId: account.externalId, noticeOn: day, lostOn, cause })
      this.#ledger.contract(contractRow(account, this.calendar))
      this.#planTalk(account, workingTime(day + 1, account.random, this.calendar))
    } else if (decision !== null) this.#tellContract(account, day)
    const before = account.stage
    this.#setStage(account, day)
    if (account.stage !== before) this.#tellAccount(account)
  }

  #lose(account: AccountState, day: number): void {
    this.#staffing.owner(account.ownerId).accounts -= 1
    this.#tellAccount(account)
    this.#ledger.movement({
      accountExternalId: account.externalId,
      day: this.calendar.dayOf(day),
      arrCents: 0,
    })
    if (!account.random.happens(0.12)) return
    this.#events.plan((day + account.random.whole(50, 240)) * oneDay, { kind: "back", account })
  }

  #comeBack(account: AccountState, day: number): void {
    comeBack(account, day)
    this.#staffing.owner(account.ownerId).accounts += 1
    this.#staffing.give(account, this.#staffing.ownerFor(account.company.segment, day))
    this.#setStage(account, day)
    this.#tellAccount(account)
    this.#tellContract(account, day)
    this.#planTalk(account, workingTime(day + 1, account.random, this.calendar))
  }

  #openTickets(account: AccountState, day: number, fromAnchor: number): void {
    const { random } = account
    let left = ticketRate(account, incidentOn(fromAnchor, account.company))
    for (left -= random.wait(1); left > 0; left -= random.wait(1))
      this.#events.plan(day * oneDay + random.whole(360, 1080), { kind: "asked", account })
  }

  #ask(account: AccountState, at: number): void {
    const { answeredAt, hours, closedAt } = this.#support.answer(account, at)
    account.openTickets += 1
    this.#truth.answer(Math.floor(at / oneDay), account.company.segment, hours)
    this.#events.plan(answeredAt, { kind: "answered", account, hours })
    this.#events.plan(closedAt, { kind: "closed", account })
  }

  #measure(account: AccountState, day: number, fromAnchor: number): void {
    const { accounts, measures, sources, days, values } = this.#undelivered
    observe(account, day, fromAnchor, (measure, source, value) => {
      accounts.push(account.place)
      measures.push(measure)
      sources.push(source)
      days.push(day)
      values.push(value)
    })
  }

  /** Sources have told what their minute of the day has come for. */
  #deliver(until: number): void {
    const { accounts, measures, sources, days, values } = this.#undelivered
    if (accounts.length === 0) return
    this.#undelivered = noReadings()
    const later = this.#undelivered
    for (const [at, account] of accounts.entries()) {
      const [measure, source, day, value] = [measures[at]!, sources[at]!, days[at]!, values[at]!]
      if (day * oneDay + deliveryMinute(account, source, day) <= until)
        this.#ledger.reading(account, measure, source, day, value)
      else {
        later.accounts.push(account)
        later.measures.push(measure)
        later.sources.push(source)
        later.days.push(day)
        later.values.push(value)
      }
    }
  }

  #planTalk(account: AccountState, at: number): void {
    account.touchDueAt = at
    this.#events.plan(at, { kind: "talk", account })
  }

  #tellAccount(account: AccountState): void {
    this.#ledger.account(accountRow(account, this.#arrivals.idOf))
  }

  #tellContract(account: AccountState, day: number): void {
    const { externalId, company, contract } = account
    this.#ledger.contract(contractRow(account, this.calendar))
    for (const line of entitlementRows(account)) this.#ledger.entitlement(line)
    const arrCents = yearlyCents(company.segment, contract)
    this.#ledger.movement({ accountExternalId: externalId, day: this.calendar.dayOf(day), arrCents })
  }

  #setStage(account: AccountState, day: number): void {
    account.stage = stageOf(account, day)
  }
}

function stageOf({ becameCustomerOn, contract, value, stage }: AccountState, day: number): LifecycleStage {
  if (day - becameCustomerOn < 90) return "onboarding"
  if (contract.endsOn - day <= 90) return "renewal"
  return value > (stage === "value" ? 0.5 : 0.58) ? "value" : "adoption"
}
