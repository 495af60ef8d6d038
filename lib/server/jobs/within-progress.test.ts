import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { withinProgress } from "./within-progress.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = new Promise<never>(() => {})

test("a run that hangs is given up and told to stop", async () => {
  let heard: AbortSignal | undefined
  const run = withinProgress(60, ({ signal }) => {
    heard = signal
    return never
  })
  const ending = expect(run).rejects.toThrow("No sign of progress for 60 s")
  await vi.advanceTimersByTimeAsync(59_999)
  expect(heard?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await ending
  expect(heard?.aborted).toBe(true)
})

test("a run that tells of its progress may take as long as it needs", async () => {
  const run = withinProgress(60, async ({ beat }) => {
    for (let minute = 0; minute < 30; minute++) {
      await new Promise((resolve) => setTimeout(resolve, 50_000))
      beat()
    }
    return "done"
  })
  await vi.advanceTimersByTimeAsync(30 * 50_000)
  await expect(run).resolves.toBe("done")
})
