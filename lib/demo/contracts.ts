import type { Segment } from "#lib/accounts/schema.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { AccountStory } from "./accounts.ts"
import { tenureWeeks } from "./fate.ts"
import { type Random, randomFor } from "./random.ts"

export type DemoContract = {
  readonly externalId: string
  readonly accountExternalId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly noticeOn: string
  readonly autoRenews: boolean
}

export type DemoEntitlement = {
  readonly contractExternalId: string
  readonly sku: string
  readonly quantity: number
  readonly listPriceCents: number
  readonly paidPriceCents: number
}

/** The annual recurring revenue of an account from a day on; what changes between two of them is a movement. */
export type DemoMovement = {
  readonly accountExternalId: string
  readonly day: string
  readonly arrCents: number
}

export const demoProducts = [
  { sku: "SEAT", name: "Platform seat" },
  { sku: "ANALYTICS", name: "Analytics" },
  { sku: "SUPPORT", name: "Premium support" },
] as const

type Terms = {
  readonly years: number
  readonly noticeDays: number
  readonly seats: readonly [number, number]
  readonly seatDollars: readonly [number, number]
}

const terms: Readonly<Record<Segment, Terms>> = {
  Enterprise: { years: 2, noticeDays: 90, seats: [420, 2400], seatDollars: [230, 320] },
  "Mid-Market": { years: 1, noticeDays: 60, seats: [60, 320], seatDollars: [330, 390] },
  SMB: { years: 1, noticeDays: 30, seats: [6, 40], seatDollars: [400, 440] },
}

const listSeatDollars = 480

export type DemoPaper = {
  readonly contracts: readonly DemoContract[]
  readonly entitlements: readonly DemoEntitlement[]
  readonly movements: readonly DemoMovement[]
}

/** Contracts back to the first, the lines of the present one, and the revenue that led up to exactly their sum. */
export function paperOf(
  story: AccountStory,
  { seed, anchorDay }: { seed: number; anchorDay: string },
): DemoPaper {
  const random = randomFor(seed, 30_000 + story.place)
  const contracts = contractsOf(story, random, anchorDay)
  const present = contracts.at(-1)
  if (!present) throw new Error(`${story.account.name} has no contract.`)
  const entitlements = linesOf(story, random, present.externalId)
  const arrCents = entitlements.reduce((sum, line) => sum + line.quantity * line.paidPriceCents, 0)
  return { contracts, entitlements, movements: movementsOf(story, contracts, { arrCents, anchorDay }) }
}

function contractsOf(
  { account, place, fate, renewsInDays }: AccountStory,
  random: Random,
  anchorDay: string,
): DemoContract[] {
  const { years, noticeDays } = terms[account.segment]
  const isNew = tenureWeeks[fate] !== null
  const lasts = isNew ? 1 : years
  const earlier = isNew ? 0 : random.whole(1, 3 - years + 1)
  const endsOn = addDays(anchorDay, renewsInDays)
  return Array.from({ length: earlier + 1 }, (_, at) => {
    const ends = yearsBefore(endsOn, (earlier - at) * lasts)
    const startsOn = addDays(yearsBefore(ends, lasts), 1)
    return {
      externalId: `C-${startsOn.slice(0, 4)}-${1001 + place}`,
      accountExternalId: account.externalId,
      startsOn,
      endsOn: ends,
      noticeOn: addDays(ends, -noticeDays),
      autoRenews: account.segment === "SMB" || (account.segment === "Mid-Market" && place % 2 === 0),
    }
  })
}

function linesOf({ account, fate }: AccountStory, random: Random, contract: string): DemoEntitlement[] {
  const { seats, seatDollars } = terms[account.segment]
  const quantity = random.whole(...seats)
  const line = (sku: string, count: number, listDollars: number, paidDollars: number) => ({
    contractExternalId: contract,
    sku,
    quantity: count,
    listPriceCents: listDollars * 100,
    paidPriceCents: paidDollars * 100,
  })
  const lines = [line("SEAT", quantity, listSeatDollars, random.whole(...seatDollars))]
  const addOn = account.segment === "Enterprise" ? 36_000 : account.segment === "Mid-Market" ? 7_200 : 900
  if (account.segment === "Enterprise" || fate === "growing")
    lines.push(line("ANALYTICS", 1, addOn, Math.round(addOn * 0.8)))
  if (account.segment === "Enterprise") lines.push(line("SUPPORT", 1, 24_000, 24_000))
  return lines
}

/** Growing accounts bought more during the term; troubled ones gave seats back; the rest grew at renewals. */
function movementsOf(
  { account, fate }: AccountStory,
  contracts: readonly DemoContract[],
  { arrCents, anchorDay }: { arrCents: number; anchorDay: string },
): DemoMovement[] {
  const shrank = fate === "sliding" || fate === "weak"
  const share = (termsAgo: number) => (shrank ? 1.15 - termsAgo * 0.05 : 1 - termsAgo * 0.08)
  const atStarts = contracts.map(({ startsOn }, at) => ({
    day: startsOn,
    arrCents:
      fate === "growing"
        ? share(contracts.length - at) * arrCents
        : share(contracts.length - 1 - at) * arrCents,
  }))
  const within =
    fate === "growing" || shrank
      ? [{ day: addDays(anchorDay, fate === "growing" ? -66 : -24), arrCents }]
      : []
  const steps = [...atStarts, ...within].filter(({ day }) => day <= anchorDay)
  return steps.map((step, at) => ({
    accountExternalId: account.externalId,
    day: step.day,
    arrCents: at === steps.length - 1 ? arrCents : Math.round(step.arrCents / 10_000) * 10_000,
  }))
}

/** The same calendar day some years earlier; 29 February becomes the 28th. */
function yearsBefore(day: string, years: number): string {
  const earlier = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
  return day.endsWith("-02-29") ? earlier.replace(/29$/, "28") : earlier
}
