import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { gather } from "#components/live/gather.ts"

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test("a burst is one run, and a burst without end does not put it off", () => {
  const run = vi.fn()
  const { ask } = gather(run, 150)
  for (let asked = 0; asked < 3; asked++) ask()
  vi.advanceTimersByTime(1_000)
  expect(run).toHaveBeenCalledTimes(1)
  for (let passed = 0; passed < 3_000; passed += 100) {
    ask()
    vi.advanceTimersByTime(100)
  }
  expect(run.mock.calls.length).toBeGreaterThan(10)
})

test("what was stopped does not run", () => {
  const run = vi.fn()
  const { ask, stop } = gather(run, 150)
  ask()
  stop()
  vi.advanceTimersByTime(1_000)
  expect(run).not.toHaveBeenCalled()
})
