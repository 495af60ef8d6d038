import { expect, test } from "vitest"
import { unavailablePage } from "#lib/api/unavailable-page.ts"

test("leads back to where one came from, and nowhere by force of its text", () => {
  const page = unavailablePage('/accounts?q="><script>alert(1)</script>')
  expect(page).toContain("url=/accounts?q=&quot;&gt;&lt;script&gt;")
  expect(page).not.toContain("<script>")
})
