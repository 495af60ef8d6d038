import type { ContactRole } from "#lib/contacts/schema.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import { type AccountState, clamp } from "./account-state.ts"
import { contactTitles } from "./contact-titles.ts"
import { cadenceDays } from "./dynamics.ts"
import type { DemoContact } from "./facts.ts"
import type { Ledger } from "./ledger.ts"
import { type Mood, noteOf } from "./notes.ts"
import { personName } from "./person-names.ts"
import type { Calendar } from "./plan.ts"
import type { Random } from "./random.ts"
import { domainOf } from "./rows.ts"
import type { Staffing } from "./staffing.ts"
import { nextWorkingMinute } from "./working-time.ts"

const reviewEvery = { Enterprise: 6, "Mid-Market": 4, SMB: 99 } as const
const usualTypes: readonly [TouchpointType, ...TouchpointType[]] = ["call", "meeting", "email", "call"]

type World = { readonly calendar: Calendar; readonly staffing: Staffing; readonly ledger: Ledger }

/** The people on the other side and the talks with them. */
export class Relations {
  readonly #world: World
  readonly #contacts = new Map<number, DemoContact[]>()

  constructor(world: World) {
    this.#world = world
  }

  /** Always a sponsor; more contacts the larger the account, a detractor where the product does not suit. */
  meet(account: AccountState, day: number): void {
    const { company, fit, place } = account
    const roles: ContactRole[] = ["sponsor"]
    if (company.segment !== "SMB" || place % 2 === 0) roles.push("champion")
    if (company.segment !== "SMB") roles.push("decision_maker")
    if (fit < 0.4) roles.push("detractor")
    else if (company.segment === "Enterprise") roles.push("user", "user")
    for (const role of roles) this.#add(account, role, day)
  }

  sponsorLeft(account: AccountState, day: number): void {
    const leftOn = this.#world.calendar.dayOf(day)
    this.#change(account, (contact) =>
      contact.role === "sponsor" && contact.leftOn === null ? { ...contact, leftOn } : contact,
    )
  }

  sponsorFollowed(account: AccountState, day: number): void {
    this.#add(account, "sponsor", day)
  }

  ownerChanged(account: AccountState): void {
    this.#change(account, (contact) =>
      contact.leftOn === null ? { ...contact, relationshipOwnerExternalId: account.ownerId } : contact,
    )
  }

  /**
   * A talk, unless the owner is away: then it waits. Returns when the next one is due; owners with more accounts
   * than they can look after come later, new and troubled customers are met more often.
   */
  touch(account: AccountState, at: number): number {
    const { calendar, staffing, ledger } = this.#world
    const { random, company } = account
    const day = Math.floor(at / 1440)
    const owner = staffing.owner(account.ownerId)
    const back = owner.absences.backOn(day)
    if (back > day) return workingTime(back + random.whole(0, 3), random, calendar)
    const turn = account.touchpoints++
    const isReview = turn % reviewEvery[company.segment] === reviewEvery[company.segment] - 1
    const hasSponsor = account.sponsorLeftOn === null
    const wanted = isReview || random.happens(clamp(0.15, 0.9, 0.25 + 0.75 * account.value))
    const meetsSponsor = hasSponsor && wanted && account.noticeGivenOn === null
    const isTraining = day - account.becameCustomerOn < 60 && random.happens(0.35)
    const type = isTraining
      ? "training"
      : isReview && meetsSponsor
        ? "business_review"
        : random.pick(usualTypes)
    const load = clamp(0.85, 2.2, staffing.load(owner))
    const isBusy = day - account.becameCustomerOn < 60 || account.noticeGivenOn === day - 1
    const pause = cadenceDays[company.segment] * (isBusy ? 0.5 : load) * random.between(0.75, 1.25)
    const next = workingTime(day + Math.max(1, Math.round(pause)), random, calendar)
    const note = noteOf(moodOf(account, day), random)
    const isPlanned = random.happens(0.8)
    account.touchedOn = day
    if (meetsSponsor) account.sponsorMetOn = day
    account.value = clamp(0.01, 0.99, account.value + (isReview ? 0.015 : 0.006))
    const present = this.#present(account, meetsSponsor, day)
    ledger.touchpoint({
      externalId: `${account.externalId}-T${turn + 1}`,
      accountExternalId: account.externalId,
      type,
      happenedAt: new Date(Date.parse(`${calendar.dayOf(day)}T00:00:00Z`) + (at - day * 1440) * 60_000),
      personExternalId: account.ownerId,
      contactExternalIds: present,
      note,
      nextPlannedOn: isPlanned ? calendar.dayOf(Math.floor(next / 1440)) : null,
    })
    return next
  }

  #present(account: AccountState, meetsSponsor: boolean, day: number): string[] {
    const there = (this.#contacts.get(account.place) ?? []).filter(({ leftOn }) => leftOn === null)
    const sponsor = there.find(({ role }) => role === "sponsor")
    const [first, ...more] = there.filter(({ role }) => role !== "sponsor")
    const other = first && account.random.happens(0.5) ? first : account.random.pick([first, ...more])
    const met = meetsSponsor ? sponsor : other
    if (!met) return []
    const lastContactOn = this.#world.calendar.dayOf(day)
    const strength = clamp(1, 5, Math.round(1 + 4 * account.mood - (met.role === "detractor" ? 2 : 0)))
    this.#change(account, (contact) => (contact === met ? { ...contact, lastContactOn, strength } : contact))
    return [met.externalId]
  }

  #add(account: AccountState, role: ContactRole, day: number): void {
    const { random, company, externalId } = account
    const name = personName(random)
    const contact: DemoContact = {
      externalId: `${externalId}-${++account.contacts}`,
      accountExternalId: externalId,
      role,
      strength:
        role === "detractor" ? 1 : clamp(1, 5, Math.round(1 + 4 * account.mood + 0.7 * random.noise())),
      relationshipOwnerExternalId: account.ownerId,
      name,
      email: `${name.toLowerCase().replace(" ", ".")}@${domainOf(company.name)}`,
      title: random.pick(contactTitles[company.segment][role]),
      lastContactOn:
        role === "sponsor" ? this.#world.calendar.dayOf(Math.min(day, account.sponsorMetOn)) : null,
      leftOn: null,
    }
    this.#contacts.set(account.place, [...(this.#contacts.get(account.place) ?? []), contact])
    this.#world.ledger.contact(contact)
  }

  #change(account: AccountState, change: (contact: DemoContact) => DemoContact): void {
    const before = this.#contacts.get(account.place) ?? []
    const after = before.map(change)
    for (const [at, contact] of after.entries())
      if (contact !== before[at]) this.#world.ledger.contact(contact)
    this.#contacts.set(account.place, after)
  }
}

function moodOf(account: AccountState, day: number): Mood {
  if (account.noticeGivenOn !== null) return "leaving"
  if (day - account.becameCustomerOn < 75) return "starting"
  if (account.sponsorLeftOn !== null) return "sponsor_gone"
  if (day - account.incidentOn < 12) return "incident"
  if (account.overdueDays > 25) return "unpaid"
  if (account.pain > 0.9) return "slow_answers"
  if (account.value < 0.46) return "uneasy"
  const daysLeft = account.contract.endsOn - day
  if (daysLeft < account.contract.noticeDays + 30 && account.random.happens(0.6)) return "renewal"
  return day - account.expandedOn < 90 || account.value > 0.8 ? "growing" : "calm"
}

/** A quarter of an hour in the working time of that day, or of the next working day. */
export function workingTime(day: number, random: Random, calendar: Calendar): number {
  return nextWorkingMinute(day * 1440 + 480 + 15 * random.whole(0, 31), calendar)
}
