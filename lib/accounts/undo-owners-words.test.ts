import { expect, test } from "vitest"
import { undoOwnersWords } from "#lib/accounts/undo-owners-words.ts"

test("one, several, and those that somebody else changed meanwhile", () => {
  expect(undoOwnersWords({ restored: 1, leftAlone: 0 })).toBe("1 account has its former owner again.")
  expect(undoOwnersWords({ restored: 12, leftAlone: 0 })).toBe("12 accounts have their former owners again.")
  expect(undoOwnersWords({ restored: 11, leftAlone: 1 })).toBe(
    "11 accounts have their former owners again. 1 was changed since and stays as it is.",
  )
  expect(undoOwnersWords({ restored: 10, leftAlone: 2 })).toBe(
    "10 accounts have their former owners again. 2 were changed since and stay as they are.",
  )
})
