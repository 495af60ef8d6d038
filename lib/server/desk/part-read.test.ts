import { expect, test, vi } from "vitest"
import { AppError } from "#lib/errors.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { partRead } from "./part-read.ts"

vi.mock("server-only", () => ({}))
vi.mock("#lib/platform/log.ts", () => ({ log: () => ({ warn: () => {} }) }))

const at = (hour: number) => ({
  workspaceId: "w" as WorkspaceId,
  now: new Date(Date.UTC(2026, 10, 16, hour)),
})
const fails = () => Promise.reject(new Error("broken"))

test("a part that fails says since when, and what it said last", async () => {
  const read = partRead<number>("test", (count) => `${count} jobs`)
  expect(await read(at(8), async () => 3)).toEqual({ ok: true, value: 3 })
  expect(await read(at(9), fails)).toMatchObject({
    since: at(9).now,
    lastGood: { words: "3 jobs", at: at(8).now },
  })
  expect(await read(at(10), fails)).toMatchObject({
    since: at(9).now,
    lastGood: { words: "3 jobs", at: at(8).now },
  })
  expect(await read(at(11), async () => 4)).toEqual({ ok: true, value: 4 })
  expect(await read(at(12), fails)).toMatchObject({ since: at(12).now, lastGood: { words: "4 jobs" } })
})

test("what was never read has no last value, and workspaces know nothing of each other", async () => {
  const read = partRead<number>("test", String)
  await read(at(8), async () => 3)
  const other = { ...at(9), workspaceId: "o" as WorkspaceId }
  expect(await read(other, fails)).toMatchObject({ ok: false, lastGood: null })
})

test("what one thing said last is not told of another", async () => {
  const read = partRead<number>("test", String)
  await read(at(8), async () => 3, "one")
  expect(await read(at(9), fails, "other")).toMatchObject({ since: at(9).now, lastGood: null })
  expect(await read(at(10), fails, "one")).toMatchObject({ since: at(10).now, lastGood: { words: "3" } })
})

test("a database that does not answer fails the page", async () => {
  const read = partRead<number>("test", String)
  const down = () => Promise.reject(new AppError("unavailable", "No answer."))
  await expect(read(at(8), down)).rejects.toThrow("No answer.")
})
