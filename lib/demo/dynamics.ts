import { type AccountState, clamp } from "./account-state.ts"
import { incidentOn } from "./planted.ts"

/** What is expected of the rhythm of contact, in days; slower is neglect. */
export const cadenceDays = { Enterprise: 14, "Mid-Market": 28, SMB: 56 } as const

export type SponsorChange = "left" | "followed" | null

/**
 * One day in the life of a customer: fit drifts and sometimes jumps (a reorganisation, a new use), value goes
 * towards fit less what hurts it, adoption follows value, features follow adoption, and bad experience fades.
 */
export function liveThroughDay(account: AccountState, day: number, fromAnchor: number): SponsorChange {
  const { random, company } = account
  const incident = incidentOn(fromAnchor, company)
  if (incident > 0) account.incidentOn = day
  drift(account)
  const change = sponsorChange(account, day)
  const neglect = clamp(0, 0.08, ((day - account.touchedOn) / cadenceDays[company.segment] - 2) * 0.04)
  const goal =
    account.fit -
    (account.sponsorLeftOn === null ? 0 : 0.12) -
    0.13 * Math.min(account.pain, 1.8) -
    neglect -
    (account.noticeGivenOn === null ? 0 : 0.3)
  account.value = clamp(0.01, 0.99, account.value + (goal - account.value) / 40 + 0.006 * random.noise())
  const age = day - account.becameCustomerOn
  const ramp = Math.min(1, 0.2 + (0.8 * age) / 90)
  const use = (0.06 + 0.9 * account.value) * ramp
  account.adoption = clamp(
    0.01,
    0.99,
    account.adoption + (use - account.adoption) / 18 + 0.005 * random.noise(),
  )
  account.features += (account.adoption - account.features) / 45
  account.pain = account.pain * Math.exp(-1 / 28) + incident * 0.9
  account.mood += (clamp(0, 1, account.value - 0.22 * account.pain) - account.mood) / 14
  pay(account, day)
  return change
}

function drift(account: AccountState): void {
  const { random } = account
  account.fit = clamp(0.05, 0.97, account.fit + 0.0016 * random.noise() + (0.66 - account.fit) * 0.0006)
  if (!random.happens(1 / 430)) return
  const jump = random.between(0.12, 0.4)
  account.fit = clamp(0.05, 0.97, account.fit + (random.happens(0.58) ? -jump : jump))
}

const sponsorStays = { Enterprise: 620, "Mid-Market": 760, SMB: 1300 } as const

function sponsorChange(account: AccountState, day: number): SponsorChange {
  const { random, company } = account
  if (account.sponsorLeftOn === null) {
    if (!random.happens(1 / sponsorStays[company.segment])) return null
    account.sponsorLeftOn = day
    return "left"
  }
  if (!random.happens(1 / 85)) return null
  account.sponsorLeftOn = null
  return "followed"
}

/** An invoice each quarter; who sees little value pays late, and sooner or later most do pay. */
function pay(account: AccountState, day: number): void {
  const { random, value, contract } = account
  if (account.overdueDays > 0) {
    account.overdueDays = random.happens(0.025 + 0.08 * value) ? 0 : account.overdueDays + 1
    return
  }
  const isDue = (day - contract.startsOn) % 91 === 30
  if (isDue && random.happens(0.06 + 0.55 * (1 - value) ** 2)) account.overdueDays = 1
}
