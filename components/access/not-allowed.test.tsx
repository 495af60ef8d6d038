import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { NotAllowed } from "#components/access/not-allowed.tsx"

test("a page that a role does not open names what is missing and who gives it", () => {
  const html = renderToStaticMarkup(<NotAllowed title="Accounts" permission="account.read" />)
  for (const words of ["Accounts", "account.read", "Admin can grant it."]) expect(html).toContain(words)
})
