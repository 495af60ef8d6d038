import { type AccountState, clamp } from "./account-state.ts"
import { type ContractState, firstContract } from "./contract-state.ts"
import { hazardParts, lossHazard } from "./hazard.ts"

/** What a day decided about the business with an account. */
export type Decision = "notice" | "lost" | "renewed" | "expanded" | "reduced"

export const daysToNotice = ({ contract }: AccountState, day: number): number =>
  contract.endsOn - contract.noticeDays - day

const causesOf = (account: AccountState, day: number) => ({
  segment: account.company.segment,
  value: account.value,
  adoption: account.adoption,
  hasSponsor: account.sponsorLeftOn === null,
  pain: account.pain,
  overdueDays: account.overdueDays,
  daysToNotice: daysToNotice(account, day),
})

/** The cause that speaks loudest for leaving. */
export function strongestCause(account: AccountState, day: number): string {
  const { season: _, ...parts } = hazardParts(causesOf(account, day))
  const [strongest] = Object.entries(parts).sort(([, a], [, b]) => b - a)
  return strongest?.[0] ?? "value"
}

/** The true hazard of the day; none once the customer has decided. */
export const hazardOn = (account: AccountState, day: number): number =>
  account.noticeGivenOn === null ? lossHazard(causesOf(account, day)) : 0

/** Draws what happens to the contract today; changes the state accordingly. */
export function decideBusiness(account: AccountState, day: number, hazard: number): Decision | null {
  const { random, contract, adoption, value } = account
  if (account.leavesOn !== null && day >= account.leavesOn) {
    account.isLost = true
    account.stage = "churned"
    return "lost"
  }
  if (account.noticeGivenOn === null && random.happens(hazard)) {
    account.noticeGivenOn = day
    account.leavesOn = Math.min(contract.endsOn + 1, day + contract.noticeDays)
    contract.endsOn = account.leavesOn - 1
    return "notice"
  }
  if (account.noticeGivenOn !== null) return null
  if (day > contract.endsOn) {
    renew(account)
    return "renewed"
  }
  if (day - account.becameCustomerOn < 120) return null
  if (random.happens(expansionRate(value, adoption))) {
    grow(account, day)
    return "expanded"
  }
  if (!random.happens((1 / 3200) * Math.exp(4 * (0.55 - adoption)))) return null
  contract.seats = Math.max(2, Math.round(contract.seats * random.between(0.72, 0.94)))
  return "reduced"
}

/** Chance of a day that an account buys more. */
const expansionRate = (value: number, adoption: number): number =>
  (1 / 1300) * Math.exp(3.2 * (value - 0.62) + 3.2 * (adoption - 0.55))

/** At the end of a term prices rise a little; who uses little comes back with fewer seats, who uses much with more. */
function renew(account: AccountState): void {
  const { random, contract, adoption } = account
  contract.number += 1
  contract.startsOn = contract.endsOn + 1
  contract.endsOn = contract.startsOn + 365 * contract.years - 1
  contract.seatDollars = Math.round(contract.seatDollars * random.between(1, 1.05))
  const wish = clamp(0.7, 1.2, 1 + (adoption - 0.52) * random.between(0, 0.9))
  contract.seats = Math.max(2, Math.round(contract.seats * wish))
}

function grow(account: AccountState, day: number): void {
  const { random, contract } = account
  account.expandedOn = day
  if (!contract.hasAnalytics && random.happens(0.3)) contract.hasAnalytics = true
  else if (!contract.hasSupport && random.happens(0.2)) contract.hasSupport = true
  else contract.seats = Math.max(contract.seats + 1, Math.round(contract.seats * random.between(1.06, 1.28)))
}

/** A lost customer who comes back begins smaller, with a product that suits better now. */
export function comeBack(account: AccountState, day: number): void {
  const { random, company } = account
  const seats = Math.max(2, Math.round(account.contract.seats * random.between(0.5, 0.85)))
  const contract: ContractState = { ...firstContract(company.segment, random, day), seats }
  account.contract = { ...contract, number: account.contract.number + 1 }
  account.isLost = false
  account.noticeGivenOn = null
  account.leavesOn = null
  account.becameCustomerOn = day
  account.fit = random.between(0.6, 0.85)
  account.value = 0.5
  account.adoption = 0.15
  account.features = 0.15
  account.pain = 0
  account.mood = 0.55
  account.overdueDays = 0
  account.sponsorLeftOn = null
  account.sponsorMetOn = day
  account.touchedOn = day
}
