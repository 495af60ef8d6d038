import { expect, test } from "vitest"
import { LineWatch } from "./line-watch.ts"

const fed = (text: string, size: number, longest = 10): number | null => {
  const bytes = Buffer.from(text)
  const watch = new LineWatch(longest)
  for (let at = 0; at < bytes.length; at += size)
    if (!watch.push(bytes.subarray(at, at + size))) return watch.seen
  return null
}

test("a line is too long as soon as one byte more has come than may", () => {
  expect(fed("x".repeat(1_000_000), 1)).toBe(11)
  expect(fed("x".repeat(1_000_000), 4)).toBe(12)
  expect(fed(`id,name\n${"x".repeat(50)}`, 3)).toBe(21)
})

test.each(["\n", "\r", "\r\n"])("lines that end in %j in time are none", (end) => {
  const text = Array.from({ length: 100 }, (_, at) => "x".repeat(at % 10)).join(end)
  for (const size of [1, 2, 3, 7, 64]) expect(fed(text, size)).toBeNull()
})

test("a long line that ends within the piece is seen as well", () => {
  expect(fed(`${"x".repeat(11)}\nok\n`, 8)).toBe(15)
  expect(fed(`${"x".repeat(10)}\nok\n`, 8)).toBeNull()
})
