import { expect, test } from "vitest"
import { Slots } from "./slots.ts"

const never = new Promise<void>(() => {})

test("never more holders than slots, and everybody has a turn", async () => {
  const slots = new Slots(3, "busy")
  let [now, most] = [0, 0]
  const work = async () => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    now -= 1
    return 1
  }
  const done = await Promise.all(Array.from({ length: 50 }, () => slots.hold(5_000, work)))
  expect(done).toHaveLength(50)
  expect(most).toBe(3)
})

test("who waits too long is told to come back, and takes nobody's slot", async () => {
  const slots = new Slots(1, "busy")
  const holder = slots.hold(1_000, () => never)
  await expect(slots.hold(20, () => Promise.resolve())).rejects.toMatchObject({ code: "unavailable" })
  void holder
})

test("a failing holder gives its slot back", async () => {
  const slots = new Slots(1, "busy")
  await expect(slots.hold(10, () => Promise.reject(new Error("no")))).rejects.toThrow("no")
  expect(await slots.hold(10, () => Promise.resolve(2))).toBe(2)
})
