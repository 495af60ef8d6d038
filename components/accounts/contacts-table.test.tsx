import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { ContactsTable } from "#components/accounts/contacts-table.tsx"
import type { ContactRow } from "#lib/contacts/schema.ts"

const row: ContactRow = {
  id: "1",
  role: "champion",
  personal: "shown",
  name: "Ada Byron",
  email: null,
  title: null,
  strength: null,
  lastContactOn: null,
  leftOn: null,
}

test.each([
  [row, "Ada Byron"],
  [{ ...row, personal: "hidden", name: null }, "Name hidden from your role"],
  [{ ...row, personal: "erased", name: null }, "Erased on request"],
] as const)("a name that is not shown says why", (given, words) => {
  const html = renderToStaticMarkup(<ContactsTable rows={[given]} today="2026-11-16" />)
  expect(html).toContain(words)
  for (const other of ["Ada Byron", "Name hidden", "Erased"])
    if (!words.startsWith(other)) expect(html).not.toContain(other)
})
