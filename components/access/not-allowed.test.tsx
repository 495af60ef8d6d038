import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { AccessDoor } from "#components/access/ask-access.tsx"
import { NotAllowed } from "#components/access/not-allowed.tsx"

const page = <NotAllowed title="Accounts" permission="account.read" />

test("a page that a role does not open names what is missing, who gives it and how to ask", () => {
  const html = renderToStaticMarkup(
    <AccessDoor askAction={async () => ({ ok: true, value: "Asked." })}>{page}</AccessDoor>,
  )
  for (const words of ["Accounts", "Read accounts", "account.read", "Admin can grant it.", "Ask for access"])
    expect(html).toContain(words)
})

test("where nobody can be asked there is no dead button", () =>
  expect(renderToStaticMarkup(page)).not.toContain("<button"))
