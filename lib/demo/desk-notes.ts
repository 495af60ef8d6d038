import type { DemoTouchpoint } from "./facts.ts"
import { type Mood, moodOfTalk } from "./notes.ts"
import type { WorldPlan } from "./plan.ts"
import { preparations } from "./preparations.ts"
import { randomFor } from "./random.ts"

export type DemoNote = {
  readonly accountExternalId: string
  readonly authorExternalId: string
  readonly writtenAt: Date
  readonly text: string
}

/** How often an owner writes something down before a talk. Trouble is written down more often than calm. */
const shareOf: Readonly<Record<Mood, number>> = {
  calm: 0.03,
  growing: 0.08,
  uneasy: 0.16,
  sponsor_gone: 0.3,
  unpaid: 0.25,
  incident: 0.25,
  slow_answers: 0.2,
  starting: 0.1,
  renewal: 0.2,
  leaving: 0.35,
}

/** Days before the anchor from which on notes are kept. */
const keptDays = 240
const notes = 0x6e6f7465

/**
 * What owners wrote down before talks: by the cause that the simulation had for the talk, a quarter of an hour to an
 * hour earlier. Each talk has a stream of its own, so notes change nothing of the world, and telling it in one step or
 * in many gives the same ones.
 */
export function deskNotes(
  { seed, anchorDay }: WorldPlan,
  talks: readonly DemoTouchpoint[],
): readonly DemoNote[] {
  const from = Date.parse(`${anchorDay}T00:00:00Z`) - keptDays * 86_400_000
  return talks.flatMap((talk) => {
    const mood = moodOfTalk(talk.note)
    if (mood === null || talk.happenedAt.getTime() < from) return []
    const random = randomFor(seed ^ notes, numberOf(talk.externalId))
    if (!random.happens(shareOf[mood])) return []
    const { seen, plan } = preparations[mood]
    return [
      {
        accountExternalId: talk.accountExternalId,
        authorExternalId: talk.personExternalId,
        writtenAt: new Date(talk.happenedAt.getTime() - random.whole(15, 60) * 60_000),
        text: `${random.pick(seen)} ${random.pick(plan)}`,
      },
    ]
  })
}

/** "A-1007-T12" as one number. */
const numberOf = (externalId: string): number => {
  const [, account = "0", talk = "0"] = /^A-(\d+)-T(\d+)$/.exec(externalId) ?? []
  return Number(account) * 4096 + Number(talk)
}
