import type { Segment } from "#lib/accounts/schema.ts"
import { addDays, daysBetween } from "#lib/format/calendar-day.ts"
import type { AccountStory } from "./accounts.ts"
import type { DemoContact } from "./contacts.ts"
import { tenureWeeks, wellbeing } from "./fate.ts"
import { type DemoSourceKey, helpDeskGapWeeks, signalWeeks } from "./measures.ts"
import { randomFor } from "./random.ts"
import type { DemoTouchpoint } from "./touchpoints.ts"

export type DemoSignal = {
  readonly accountExternalId: string
  readonly measureKey: string
  readonly source: DemoSourceKey
  readonly day: string
  readonly value: number
}

const ticketsAtWorst: Readonly<Record<Segment, number>> = { Enterprise: 26, "Mid-Market": 12, SMB: 7 }

/** Accounts whose billing counts other licences than the product does. */
const disagreeing: ReadonlySet<string> = new Set(["Meridian Grid & Power", "Orchard & Vine Grocers"])

const linkedAfterWeeks = { usageChange: 4, features: 6, helpDesk: 6, surveys: 8 }

/**
 * Weekly readings of an account, oldest first. Each follows from how the account does in that week; surveys lag
 * three weeks behind, contact is what the touchpoints tell, and a new account is linked source by source.
 */
export function signalsOf(
  story: AccountStory,
  { contacts, touchpoints }: { contacts: readonly DemoContact[]; touchpoints: readonly DemoTouchpoint[] },
  { seed, anchorDay }: { seed: number; anchorDay: string },
): DemoSignal[] {
  const { account, place, fate, base } = story
  if (fate === "silent") return []
  const random = randomFor(seed, 40_000 + place)
  const own = { licences: random.noise() * 4, features: random.noise() * 5, nps: random.noise() * 6 }
  const activity = Array.from({ length: signalWeeks + 4 }, (_, weeksAgo) =>
    Math.max(5, 100 * (0.35 + 0.65 * wellbeing(fate, base, weeksAgo)) * (1 + random.noise() * 0.008)),
  )
  const tenure = tenureWeeks[fate] ?? Infinity
  const lateDays = latenessOf(story)
  const sponsor = contacts.find(({ role }) => role === "sponsor")?.externalId
  const signals: DemoSignal[] = []
  for (let weeksAgo = Math.min(signalWeeks, tenure) - 1; weeksAgo >= 0; weeksAgo--) {
    const day = addDays(anchorDay, -weeksAgo * 7)
    const age = tenure - weeksAgo
    const now = wellbeing(fate, base, weeksAgo)
    const felt = wellbeing(fate, base, weeksAgo + 3)
    const tell = (measureKey: string, source: DemoSourceKey, value: number, digits = 0) =>
      signals.push({
        accountExternalId: account.externalId,
        measureKey,
        source,
        day,
        value: rounded(value, digits),
      })
    const licences = within(0, 100, 28 + 72 * now + own.licences + random.noise() * 0.7)
    tell("licence_use", "product", licences)
    if (disagreeing.has(account.name)) tell("licence_use", "billing", within(0, 100, licences - 34))
    tell("payment_overdue", "billing", Math.max(0, lateDays - weeksAgo * 7))
    const met = lastMet(touchpoints, sponsor, day)
    if (met !== null) tell("sponsor_contact", "crm", met)
    const change = (activity[weeksAgo] ?? 0) / (activity[weeksAgo + 4] ?? 1) - 1
    if (age > linkedAfterWeeks.usageChange) tell("usage_change", "product", change * 100)
    if (age > linkedAfterWeeks.features)
      tell("feature_breadth", "product", within(0, 100, 14 + 66 * now + own.features + random.noise() * 0.5))
    if (age > linkedAfterWeeks.surveys) {
      tell("nps", "surveys", within(-100, 100, -42 + 112 * felt + own.nps + random.noise()))
      tell("csat", "surveys", within(0, 100, 54 + 44 * felt + random.noise() * 0.6))
      tell("ces", "surveys", within(1, 7, 2.9 + 3.9 * felt + random.noise() * 0.05), 1)
    }
    const tickets = (1 - now) * ticketsAtWorst[account.segment] + random.noise() * 0.4
    const hours = 2 + (1 - now) * 17 + random.noise() * 0.6
    const desk = account.region === "EMEA" ? "help-desk-emea" : "help-desk"
    const isTold = desk === "help-desk" || weeksAgo >= helpDeskGapWeeks
    if (age > linkedAfterWeeks.helpDesk && isTold) {
      tell("open_tickets", desk, Math.max(0, tickets))
      tell("response_time", desk, Math.max(0.3, hours), 1)
    }
  }
  return signals
}

/** How many days the oldest unpaid invoice is overdue at the anchor. */
function latenessOf({ fate, place }: AccountStory): number {
  if (fate === "overdue") return 64
  if (fate === "sliding" || fate === "weak") return place % 3 === 0 ? 23 : 0
  return place % 11 === 5 && tenureWeeks[fate] === null ? 9 : 0
}

function lastMet(
  touchpoints: readonly DemoTouchpoint[],
  sponsor: string | undefined,
  day: string,
): number | null {
  if (sponsor === undefined) return null
  const met = touchpoints.findLast(
    ({ happenedAt, contactExternalIds }) =>
      happenedAt.toISOString().slice(0, 10) <= day && contactExternalIds.includes(sponsor),
  )
  return met ? daysBetween(met.happenedAt.toISOString().slice(0, 10), day) : null
}

const within = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value))

/** Without a negative zero, which no reader expects. */
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0
