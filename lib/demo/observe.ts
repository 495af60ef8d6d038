import { type AccountState, clamp } from "./account-state.ts"
import { demoSources, sourcePlace } from "./measures.ts"
import { planted } from "./planted.ts"

export type Tell = (measure: number, source: number, value: number) => void

/** Days as a customer after which a system tells something. */
const linkedAfter = { product: 5, helpDesk: 12, surveys: 45 }

/**
 * The readings of an account on a day, each a view of its latent state: sessions and licences of adoption, surveys
 * and messages of mood and bad experience, with what people answer out of habit and a little noise of the day.
 */
export function observe(account: AccountState, day: number, fromAnchor: number, tell: Tell): void {
  if (account.links === "none") return
  const { random, habit, adoption, features, mood, pain, company } = account
  const habitOf = (measure: number) => habit[measure] ?? 0
  tell(7, sourcePlace.billing, account.overdueDays)
  tell(8, sourcePlace.crm, Math.min(365, Math.max(0, day - account.sponsorMetOn)))
  if (account.links === "few") return
  const age = day - account.becameCustomerOn
  if (age >= linkedAfter.product) {
    tell(
      0,
      sourcePlace.product,
      round(Math.max(0.2, 1 + 9 * adoption + habitOf(0) + 0.3 * random.noise()), 1),
    )
    const licences = clamp(3, 100, 12 + 92 * adoption + 7 * habitOf(1) + 1.2 * random.noise())
    tell(1, sourcePlace.product, round(licences))
    if (account.isDisputed) tell(1, sourcePlace.billing, round(clamp(3, 100, licences - 34)))
    tell(
      2,
      sourcePlace.product,
      round(clamp(2, 100, 6 + 84 * features + 6 * habitOf(2) + 0.8 * random.noise())),
    )
  }
  if (age >= linkedAfter.helpDesk) {
    const desk = company.region === "EMEA" ? "help-desk-emea" : "help-desk"
    const isSilent =
      desk === planted.gap.source && fromAnchor >= planted.gap.fromDay && fromAnchor <= planted.gap.toDay
    if (!isSilent) {
      tell(6, sourcePlace[desk], account.openTickets)
      const sentiment = 18 + 76 * mood - 7 * pain + 6 * habitOf(9) + 2.5 * random.noise()
      tell(9, sourcePlace[desk], round(clamp(0, 100, sentiment)))
    }
  }
  if (age < linkedAfter.surveys) return
  tell(
    3,
    sourcePlace.surveys,
    round(clamp(-100, 100, -58 + 136 * mood + 13 * habitOf(3) + 2 * random.noise())),
  )
  const csat = 70 + 30 * mood - 10 * pain + 4 * habitOf(4) + 0.8 * random.noise()
  tell(4, sourcePlace.surveys, round(clamp(0, 100, csat)))
  const effort = 4.1 + 2.6 * mood - 0.8 * pain + 0.3 * habitOf(5) + 0.06 * random.noise()
  tell(5, sourcePlace.surveys, round(clamp(1, 7, effort), 1))
}

/** The minute of the day at which a source delivers the readings of an account. */
export function deliveryMinute(place: number, source: number, day: number): number {
  const { from, to } = demoSources[source] ?? demoSources[0]
  const mixed = Math.imul(place * 31 + source * 7919 + day * 104_729, 0x9e3779b1) >>> 8
  return from + (mixed % (to - from))
}

/** Without a negative zero, which no reader expects. */
const round = (value: number, digits = 0): number => {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale + 0
}
