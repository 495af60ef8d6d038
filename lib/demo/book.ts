import { addDays } from "#lib/format/calendar-day.ts"
import { accountStories, type DemoAccount } from "./accounts.ts"
import { contactsOf, type DemoContact, sponsorLeftDaysAgo } from "./contacts.ts"
import {
  type DemoContract,
  type DemoEntitlement,
  type DemoMovement,
  demoProducts,
  paperOf,
} from "./contracts.ts"
import { demoMeasures, demoSources, helpDeskGapWeeks, signalWeeks } from "./measures.ts"
import { demoModels } from "./models.ts"
import { demoPersons, demoSkills, demoTeams } from "./people.ts"
import { type DemoSignal, signalsOf } from "./signals.ts"
import { type DemoTouchpoint, touchpointsOf } from "./touchpoints.ts"

export type DemoBook = ReturnType<typeof demoBook>

/**
 * A small made-up book of business: 64 accounts of one software company, the fourteen people who look after them,
 * and half a year of what was measured, said and signed, each number with a cause (see `fates`).
 *
 * Same seed and anchor, same book. All days lie on or before `anchorDay`, but for dates that were agreed: ends of
 * contracts, notice and next touchpoints.
 */
export function demoBook({ seed, anchorDay }: { seed: number; anchorDay: string }) {
  const world = { seed, anchorDay }
  const stories = accountStories(seed)
  const accounts: DemoAccount[] = []
  const contracts: DemoContract[] = []
  const entitlements: DemoEntitlement[] = []
  const movements: DemoMovement[] = []
  const contacts: (DemoContact & { lastContactOn: string | null; leftOn: string | null })[] = []
  const touchpoints: DemoTouchpoint[] = []
  const signals: DemoSignal[] = []
  for (const story of stories) {
    const known = contactsOf(story, seed)
    const met = touchpointsOf(story, known, world)
    const paper = paperOf(story, world)
    accounts.push(story.account)
    contracts.push(...paper.contracts)
    entitlements.push(...paper.entitlements)
    movements.push(...paper.movements)
    for (const contact of known) {
      const hasLeft = story.fate === "sponsor_left" && contact.role === "sponsor"
      const leftOn = hasLeft ? addDays(anchorDay, -sponsorLeftDaysAgo) : null
      contacts.push({ ...contact, lastContactOn: lastDayWith(contact, met), leftOn })
    }
    touchpoints.push(...met)
    signals.push(...signalsOf(story, { contacts: known, touchpoints: met }, world))
  }
  return {
    anchorDay,
    teams: demoTeams,
    skills: demoSkills,
    people: demoPersons(anchorDay),
    accounts,
    products: demoProducts,
    contracts,
    entitlements,
    movements,
    contacts,
    touchpoints,
    measures: demoMeasures,
    sources: demoSources.map((source) => ({ ...source, ...stateOf(source.key, anchorDay) })),
    /** Oldest first. */
    weeks: Array.from({ length: signalWeeks }, (_, at) => addDays(anchorDay, (at + 1 - signalWeeks) * 7)),
    signals,
    models: demoModels,
  }
}

function lastDayWith(contact: DemoContact, touchpoints: readonly DemoTouchpoint[]): string | null {
  const last = touchpoints.findLast(({ contactExternalIds }) =>
    contactExternalIds.includes(contact.externalId),
  )
  return last ? last.happenedAt.toISOString().slice(0, 10) : null
}

function stateOf(key: string, anchorDay: string) {
  if (key !== "help-desk-emea") return { completeTo: anchorDay, lastError: null }
  return {
    completeTo: addDays(anchorDay, -helpDeskGapWeeks * 7),
    lastError: "The help desk answers 401: its access key has expired.",
  }
}
