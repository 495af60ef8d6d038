import type { Segment } from "#lib/accounts/schema.ts"
import { type AccountState, clamp } from "./account-state.ts"
import { type Calendar, type WorldPlan, workFactor } from "./plan.ts"
import { incidentOn, planted } from "./planted.ts"
import type { Agent, Staffing } from "./staffing.ts"
import { afterWork, nextWorkingMinute, workBetween } from "./working-time.ts"

const ticketsADay: Readonly<Record<Segment, number>> = { Enterprise: 0.4, "Mid-Market": 0.15, SMB: 0.055 }
const handlingMinutes: Readonly<Record<Segment, number>> = { Enterprise: 30, "Mid-Market": 25, SMB: 42 }
/** What one late answer adds to bad experience; who asks often forgives a single one. */
const annoyance: Readonly<Record<Segment, number>> = { Enterprise: 0.045, "Mid-Market": 0.1, SMB: 0.2 }
/** Minutes of work that may wait before people stay longer and answer more briefly. */
const overtimeAfter = 480
/** Hours of work after which an answer begins to annoy. */
const goodAnswerHours: Readonly<Record<Segment, number>> = {
  Enterprise: 4,
  "Mid-Market": 5,
  SMB: 6,
}

/** Tickets that an account is expected to open on a working day. */
export function ticketRate({ company, value, features }: AccountState, incident: number): number {
  const trouble = Math.exp(2.4 * (0.6 - value)) * (0.7 + 0.6 * features)
  return ticketsADay[company.segment] * trouble * (1 + 8 * incident)
}

export type Answer = {
  readonly answeredAt: number
  readonly hours: number
  readonly closedAt: number
}

/** The queue of each segment: who is free first takes the next ticket, in working hours, unless sick or on leave. */
export class Support {
  readonly #staffing: Staffing
  readonly #calendar: Calendar
  readonly #workFactor: number

  constructor(plan: WorldPlan, staffing: Staffing, calendar: Calendar) {
    this.#staffing = staffing
    this.#calendar = calendar
    this.#workFactor = workFactor(plan)
  }

  answer(account: AccountState, askedAt: number): Answer {
    const { segment } = account.company
    const agent = this.#firstFree(this.#staffing.agents[segment], askedAt)
    const daysFromAnchor = Math.floor(askedAt / 1440) - this.#calendar.anchor
    const { slowTeam } = planted
    const slowness = segment === slowTeam.segment && daysFromAnchor >= slowTeam.fromDay ? slowTeam.factor : 1
    // Most tickets of an incident are the same question.
    const isKnown = incidentOn(daysFromAnchor, account.company) > 0
    const haste = (agent.freeAt - askedAt > overtimeAfter * 3 ? 0.55 : 1) * (isKnown ? 0.25 : 1)
    const effort = handlingMinutes[segment] * this.#workFactor * slowness * haste
    const minutes = (effort * account.random.wait(1)) / agent.member.fte
    const begunAt = nextWorkingMinute(Math.max(askedAt, agent.freeAt), this.#calendar)
    const answeredAt = Math.round(afterWork(begunAt, minutes, this.#calendar))
    agent.freeAt = answeredAt
    const hours = workBetween(askedAt, answeredAt, this.#calendar) / 60
    const closedAt = answeredAt + Math.round(account.random.wait(3.2 * 1440))
    return { answeredAt, hours, closedAt }
  }

  #firstFree(agents: readonly Agent[], at: number): Agent {
    const day = Math.floor(at / 1440)
    const employed = agents.filter(({ member }) => this.#staffing.isEmployed(member, day))
    const there = employed.filter(({ absences }) => !absences.isAway(day))
    const among = there.length > 0 ? there : employed
    const [first] = among
    if (!first) throw new RangeError(`Nobody answers tickets on day ${day}.`)
    return among.reduce((best, one) => (one.freeAt < best.freeAt ? one : best), first)
  }
}

/** What an answer that took so many hours of work does to the experience. */
export const painOf = (hours: number, segment: Segment): number =>
  annoyance[segment] * clamp(0, 3, hours / goodAnswerHours[segment] - 1)
