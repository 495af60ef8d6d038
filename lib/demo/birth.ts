import { type AccountState, clamp } from "./account-state.ts"
import type { Company } from "./companies.ts"
import { firstContract } from "./contract-state.ts"
import { demoMeasures } from "./measures.ts"
import type { WorldPlan } from "./plan.ts"
import { randomFor } from "./random.ts"
import { accountIdAt } from "./rows.ts"

type Birth = {
  readonly plan: WorldPlan
  readonly place: number
  readonly company: Company
  /** Before the history for those who are customers already when it begins. */
  readonly day: number
}

/** A new customer, or one of long standing when the day lies before the history: settled at its own level. */
export function bornAccount({ plan, place, company, day }: Birth): AccountState {
  const random = randomFor(plan.seed, place)
  const isSettled = day < 0
  const fit = random.happens(0.1) ? random.between(0.14, 0.4) : clamp(0.3, 0.95, 0.69 + 0.13 * random.noise())
  const value = isSettled ? fit : clamp(0.3, 0.8, fit)
  const adoption = isSettled ? 0.06 + 0.9 * fit : 0.1
  return {
    place,
    externalId: accountIdAt(place),
    company,
    random,
    links: linksOf(company, place, plan),
    isDisputed: place % 97 === 10,
    habit: demoMeasures.map(() => random.noise()),
    becameCustomerOn: day,
    ownerId: "",
    stage: null,
    fit,
    value,
    adoption,
    features: adoption,
    pain: 0,
    mood: value,
    sponsorLeftOn: null,
    sponsorMetOn: isSettled ? -random.whole(1, 45) : day,
    touchedOn: isSettled ? -random.whole(1, 14) : day,
    expandedOn: -999,
    incidentOn: -999,
    openTickets: 0,
    overdueDays: 0,
    contract: firstContract(company.segment, random, day),
    noticeGivenOn: null,
    leavesOn: null,
    isLost: false,
    touchDueAt: 0,
    touchpoints: 0,
    contacts: 0,
  }
}

function linksOf({ segment }: Company, place: number, { isSteady }: WorldPlan): AccountState["links"] {
  if (isSteady) return "all"
  if (segment === "SMB" && place % 41 === 17) return "none"
  return place % 53 === 30 ? "few" : "all"
}

/** Leads the first contract of a settled account up to the history, telling each term and what it was worth. */
export function settleContract(account: AccountState, tell: () => void): void {
  const { contract, random } = account
  tell()
  while (contract.endsOn < 0) {
    contract.number += 1
    contract.startsOn = contract.endsOn + 1
    contract.endsOn = contract.startsOn + 365 * contract.years - 1
    contract.seats = Math.max(2, Math.round(contract.seats * random.between(0.95, 1.15)))
    contract.seatDollars = Math.round(contract.seatDollars * random.between(1, 1.05))
    tell()
  }
}
