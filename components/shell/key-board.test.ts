import { expect, test, vi } from "vitest"
import { keyBoard, keysNow, layKey, switchKeys } from "#components/shell/key-board.ts"

const key = (name: string, words: string) => ({
  key: name,
  words,
  group: "This page",
  repeats: false,
  run: vi.fn(),
})
const words = () => keysNow(keyBoard.now().laid).map((each) => each.words)

test("who laid a key down last has it, and who leaves gives it back", () => {
  const takeUpPage = layKey(key("A", "Assign owner"))
  const takeUpPanel = layKey(key("A", "Assign this one"))
  expect(words()).toEqual(["Assign this one"])
  takeUpPanel()
  expect(words()).toEqual(["Assign owner"])
  takeUpPage()
  expect(words()).toEqual([])
})

test("listeners hear a change and nothing else", () => {
  const hear = vi.fn()
  const leave = keyBoard.subscribe(hear)
  switchKeys(true)
  expect(hear).not.toHaveBeenCalled()
  switchKeys(false)
  expect(keyBoard.now().isOn).toBe(false)
  expect(hear).toHaveBeenCalledOnce()
  leave()
  switchKeys(true)
  expect(hear).toHaveBeenCalledOnce()
})
