import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { gather } from "#components/live/gather.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("a burst makes one run, and a long burst one after each pause", () => {
  const run = vi.fn()
  const { ask } = gather(run)
  for (let at = 0; at < 1_000; at += 10) {
    ask({ withinMs: 100, apartMs: 300 })
    vi.advanceTimersByTime(10)
  }
  expect(run).toHaveBeenCalledTimes(4)
})

test("an urgent ask does not wait for a patient one", () => {
  const run = vi.fn()
  const { ask } = gather(run)
  ask({ withinMs: 5_000, apartMs: 0 })
  ask({ withinMs: 50, apartMs: 0 })
  vi.advanceTimersByTime(50)
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(10_000)
  expect(run).toHaveBeenCalledTimes(1)
})

test("nothing runs after the stop", () => {
  const run = vi.fn()
  const { ask, stop } = gather(run)
  ask({ withinMs: 100, apartMs: 0 })
  stop()
  vi.advanceTimersByTime(1_000)
  expect(run).not.toHaveBeenCalled()
})
