import { expect, test } from "vitest"
import { asofOf, frozenLink, readAsof } from "./asof.ts"
import { canFreeze } from "./can-freeze.ts"
import { keptQuery } from "./kept-query.ts"
import { fromPlain, toPlain } from "./plain.ts"
import { withoutPersonal, withPersonal } from "./without-personal.ts"

const id = "0190a000-0000-7000-8000-000000000001"

test("what is kept comes back as it was, through JSON", () => {
  const value = {
    at: new Date("2026-11-22T10:15:30.123Z"),
    weeks: new Map([["a", [1, null, { on: new Date(0) }]]]),
    empty: [],
    // As somebody could have typed or imported it.
    typed: ["d", "m", ["a", "2026-01-01"], { d: "a" }],
    none: null,
  }
  expect(fromPlain(JSON.parse(JSON.stringify(toPlain(value))))).toEqual(value)
  expect(() => fromPlain(["x"])).toThrow("not written")
})

test("a link says when it was made and what was kept", () => {
  const asof = asofOf({ id, madeAt: "2026-11-22T10:15:30.123Z" })
  expect(asof).toBe(`2026-11-22T10:15Z~${id}`)
  expect(readAsof(asof)).toBe(id)
  const link = new URL(frozenLink("https://cs.example/accounts?band=red#x", asof, "acme"))
  expect(readAsof(link.searchParams.get("asof"))).toBe(id)
  expect(link.searchParams.get("band")).toBe("red")
  expect(link.searchParams.get("ws")).toBe("acme")
})

test.each([undefined, "", "2026-11-22", `2026-11-22T10:15Z~x`, `~${id}`, `2026-11-22T10:15Z~${id}~`, [id]])(
  "%s is no frozen link",
  (given) => expect(readAsof(given)).toBeNull(),
)

test("only pages that keep their figures can be frozen", () => {
  expect(["/accounts", "/accounts/halden"].map(canFreeze)).toEqual([true, true])
  expect(["/home", "/admin", "/accounts/a/beside", "/accounts/", "//accounts"].map(canFreeze)).not.toContain(
    true,
  )
})

test("who keeps the list of their own accounts keeps it under their id", () => {
  expect(keptQuery("owner=me&sort=-arr", id)).toBe(`owner=${id}&sort=-arr`)
  expect(keptQuery("owner=me", null)).toBe("owner=me")
  expect(keptQuery("q=me&owner=other", id)).toBe("q=me&owner=other")
  expect(keptQuery("", id)).toBe("")
})

test("nothing personal is kept, and nothing erased comes back", () => {
  const contact = (one: string) => ({
    id: one,
    role: "sponsor",
    personal: "shown" as const,
    name: "Ada",
    email: "ada@example.com",
    title: "CTO",
  })
  const kept = withoutPersonal([contact("1"), contact("2"), contact("3")])
  expect(JSON.stringify(kept)).not.toMatch(/Ada|ada@|CTO|shown/)
  const erased = { ...contact("2"), personal: "erased" as const, name: null, email: null, title: null }
  const seen = withPersonal(kept, [contact("1"), erased])
  expect(seen.map(({ personal, name }) => [personal, name])).toEqual([
    ["shown", "Ada"],
    ["erased", null],
    ["erased", null],
  ])
  expect(withPersonal(kept.slice(0, 1), withoutPersonal([contact("1")]))[0]?.name).toBeNull()
})
