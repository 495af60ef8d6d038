import { expect, test } from "vitest"
import { isPalettePress, keyName, type Press } from "./key-name.ts"

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

test.each<[string, Press, string | null]>([
  ["a letter", press("a"), "A"],
  ["a letter under Caps Lock or Shift", press("A", { shiftKey: true }), "A"],
  ["a sign, with or without Shift", press("?", { shiftKey: true }), "?"],
  ["a figure", press("1"), "1"],
  ["the space bar", press(" "), "Space"],
  ["a named key", press("ArrowDown"), "ArrowDown"],
  ["a named key with Shift", press("ArrowDown", { shiftKey: true }), "Shift+ArrowDown"],
  ["a shortcut of the browser", press("c", { ctrlKey: true }), null],
  ["a shortcut of the system", press("z", { metaKey: true }), null],
  ["a sign of another layout", press("ø", { altKey: true }), null],
  ["a modifier alone", press("Shift", { shiftKey: true }), null],
  ["an accent that waits for its letter", press("Dead"), null],
])("%s", (_, pressed, name) => {
  expect(keyName(pressed)).toBe(name)
})

test("the palette opens with one of Cmd and Ctrl, and nothing else held", () => {
  expect(isPalettePress(press("k", { ctrlKey: true }))).toBe(true)
  expect(isPalettePress(press("K", { metaKey: true }))).toBe(true)
  expect(isPalettePress(press("k"))).toBe(false)
  expect(isPalettePress(press("k", { ctrlKey: true, shiftKey: true }))).toBe(false)
  expect(isPalettePress(press("j", { ctrlKey: true }))).toBe(false)
})
