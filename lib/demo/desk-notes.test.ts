import { beforeAll, expect, test, vi } from "vitest"
import { type DemoNote, deskNotes } from "./desk-notes.ts"
import type { Facts } from "./facts.ts"
import { moodOfTalk, noteOf } from "./notes.ts"
import { type WorldPlan, worldSizes } from "./plan.ts"
import { randomFor } from "./random.ts"
import { World } from "./world.ts"

vi.setConfig({ hookTimeout: 120_000 })

const plan: WorldPlan = { seed: 1, anchorDay: "2026-11-20", ...worldSizes.small }
let talks: Facts["touchpoints"]
let notes: readonly DemoNote[]
beforeAll(() => {
  const world = new World(plan)
  world.advanceTo((world.calendar.anchor + 10) * 1440)
  talks = world.take().touchpoints
  notes = deskNotes(plan, talks)
})

test("a note stands up to an hour before a talk of its account, by who held the talk", () => {
  expect(notes.length).toBeGreaterThan(20)
  for (const note of notes) {
    const minutes = talks
      .filter(
        (talk) =>
          talk.accountExternalId === note.accountExternalId &&
          talk.personExternalId === note.authorExternalId,
      )
      .map(({ happenedAt }) => (happenedAt.getTime() - note.writtenAt.getTime()) / 60_000)
    expect(minutes.some((before) => before >= 15 && before <= 60)).toBe(true)
  }
})

test("told in parts they are the same", () => {
  const half = Math.floor(talks.length / 2)
  expect([...deskNotes(plan, talks.slice(0, half)), ...deskNotes(plan, talks.slice(half))]).toEqual(notes)
  expect(deskNotes({ ...plan, seed: 2 }, talks)).not.toEqual(notes)
})

test("they are varied, and no two of an account say the same to the letter at once", () => {
  expect(new Set(notes.map(({ text }) => text)).size).toBeGreaterThan(notes.length / 3)
  const places = notes.map(
    ({ accountExternalId, writtenAt }) => `${accountExternalId} ${writtenAt.getTime()}`,
  )
  expect(new Set(places).size).toBe(notes.length)
})

test.each(["calm", "uneasy", "sponsor_gone", "slow_answers", "leaving"] as const)(
  "a talk told in the mood %s is known by its words",
  (mood) => expect(moodOfTalk(noteOf(mood, randomFor(7, 1)))).toBe(mood),
)

test("words of somebody else tell no mood", () => expect(moodOfTalk("Lunch.")).toBeNull())
