import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { gather } from "#components/live/gather.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("a burst makes one run, and a long burst one after each pause", () => {
  const run = vi.fn()
  const { ask } = gather(run, { apartMs: 300 })
  for (let at = 0; at < 1_000; at += 10) {
    ask(100)
    vi.advanceTimersByTime(10)
  }
  expect(run).toHaveBeenCalledTimes(4)
})

test("an urgent ask does not wait for a patient one", () => {
  const run = vi.fn()
  const { ask } = gather(run, { apartMs: 0 })
  ask(5_000)
  ask(50)
  vi.advanceTimersByTime(50)
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(10_000)
  expect(run).toHaveBeenCalledTimes(1)
})

test("nothing runs after the stop", () => {
  const run = vi.fn()
  const { ask, stop } = gather(run, { apartMs: 0 })
  ask(100)
  stop()
  vi.advanceTimersByTime(1_000)
  expect(run).not.toHaveBeenCalled()
})
