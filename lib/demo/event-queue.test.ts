import { expect, test } from "vitest"
import { mulberry32 } from "#lib/math/mulberry32.ts"
import { EventQueue } from "./event-queue.ts"

test("events come in the order of their time, those of one time in the order of their planning", () => {
  const random = mulberry32(7)
  const queue = new EventQueue<number>()
  const planned = Array.from({ length: 2_000 }, (_, event) => ({ at: Math.floor(random() * 300), event }))
  for (const { at, event } of planned) queue.plan(at, event)
  const come: { at: number; event: number }[] = []
  for (let due = queue.next(299); due; due = queue.next(299)) come.push({ at: due.at, event: due.event })
  expect(come).toEqual(planned.toSorted((a, b) => a.at - b.at || a.event - b.event))
})

test("what is due later waits, also when more is planned meanwhile", () => {
  const queue = new EventQueue<string>()
  queue.plan(10, "later")
  queue.plan(5, "sooner")
  expect(queue.next(4)).toBeNull()
  expect(queue.next(9)?.event).toBe("sooner")
  queue.plan(10, "last")
  expect(queue.next(9)).toBeNull()
  expect([queue.next(10)?.event, queue.next(10)?.event, queue.next(99)]).toEqual(["later", "last", null])
})
