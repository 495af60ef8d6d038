import { expect, test } from "vitest"
import { lastPage } from "#lib/accounts/last-page.ts"

test.each([
  [0, 1],
  [1, 1],
  [50, 1],
  [51, 2],
  [7043, 141],
])("%d rows end on page %d", (rows, page) => {
  expect(lastPage(rows, 50)).toBe(page)
})
