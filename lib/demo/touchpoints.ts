import type { Segment } from "#lib/accounts/schema.ts"
import { addDays, utcMidnight } from "#lib/format/calendar-day.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { AccountStory } from "./accounts.ts"
import { type DemoContact, sponsorLeftDaysAgo } from "./contacts.ts"
import { tenureWeeks, wellbeing } from "./fate.ts"
import { signalWeeks } from "./measures.ts"
import { type Mood, moodOf, noteOf, usualTypes } from "./notes.ts"
import { type Random, randomFor } from "./random.ts"

export type DemoTouchpoint = {
  readonly externalId: string
  readonly accountExternalId: string
  readonly type: TouchpointType
  readonly happenedAt: Date
  readonly personExternalId: string
  readonly contactExternalIds: readonly string[]
  readonly note: string
  readonly nextPlannedOn: string | null
}

type Rhythm = { readonly days: number; readonly reviewEvery: number; readonly sponsorShare: number }

const rhythms: Readonly<Record<Segment, Rhythm>> = {
  Enterprise: { days: 14, reviewEvery: 6, sponsorShare: 0.75 },
  "Mid-Market": { days: 28, reviewEvery: 3, sponsorShare: 0.7 },
  SMB: { days: 56, reviewEvery: 99, sponsorShare: 1 },
}

/** Two months before the first signal, so that every week can tell how long ago the sponsor was met. */
const daysBack = signalWeeks * 7 + 63

/** Meetings, calls and mails of an account in the order of time, all before the anchor, on working days. */
export function touchpointsOf(
  story: AccountStory,
  contacts: readonly DemoContact[],
  { seed, anchorDay }: { seed: number; anchorDay: string },
): DemoTouchpoint[] {
  const { account, place, fate, base } = story
  const random = randomFor(seed, 20_000 + place)
  const rhythm = rhythms[account.segment]
  const tenure = tenureWeeks[fate]
  const step = tenure === null ? rhythm.days : Math.min(rhythm.days, 9)
  const touchpoints: DemoTouchpoint[] = []
  const told = new Map<Mood, number>([["calm", place]])
  let daysAgo = tenure === null ? daysBack - random.whole(0, step) : tenure * 7 - random.whole(0, 3)
  for (let turn = 0; daysAgo >= 1; turn++) {
    const day = workingDay(addDays(anchorDay, -daysAgo))
    const isReview = turn % rhythm.reviewEvery === rhythm.reviewEvery - 1
    const meetsSponsor = sponsorIsThere(
      story,
      daysAgo,
      isReview || random.between(0, 1) < rhythm.sponsorShare,
    )
    const mood = moodOf(fate, wellbeing(fate, base, daysAgo / 7), daysAgo)
    const talks = told.get(mood) ?? 0
    told.set(mood, talks + 1)
    const isTraining = mood === "starting" && turn === 2
    touchpoints.push({
      externalId: `${account.externalId}-T${turn + 1}`,
      accountExternalId: account.externalId,
      type: isTraining ? "training" : isReview && meetsSponsor ? "business_review" : random.pick(usualTypes),
      happenedAt: new Date(`${day}T${hourOf(random)}:00Z`),
      personExternalId: account.ownerExternalId,
      contactExternalIds: present(contacts, meetsSponsor).map(({ externalId }) => externalId),
      note: noteOf(mood, talks),
      nextPlannedOn: null,
    })
    daysAgo -= step + random.whole(-2, 2)
  }
  const last = touchpoints.at(-1)
  if (!last || fate === "sliding" || fate === "weak") return touchpoints
  const nextPlannedOn = workingDay(addDays(anchorDay, random.whole(2, step)))
  return [...touchpoints.slice(0, -1), { ...last, nextPlannedOn }]
}

/** Sponsors withdraw while an account slides, and are gone once they left. */
function sponsorIsThere({ fate }: AccountStory, daysAgo: number, wanted: boolean): boolean {
  if (fate === "sponsor_left") return wanted && daysAgo > sponsorLeftDaysAgo
  if (fate === "sliding") return wanted && daysAgo > 35
  return wanted
}

function present(contacts: readonly DemoContact[], meetsSponsor: boolean): DemoContact[] {
  const [sponsor, champion = sponsor] = contacts
  return [meetsSponsor ? sponsor : champion].flatMap((contact) => (contact ? [contact] : []))
}

/** Saturdays and Sundays move back to the Friday. */
function workingDay(day: string): string {
  const weekday = utcMidnight(day).getUTCDay()
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0)
}

const hourOf = (random: Random): string =>
  `${String(random.whole(8, 15)).padStart(2, "0")}:${random.pick(["00", "15", "30", "45"])}`
