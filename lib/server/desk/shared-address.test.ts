import { expect, test } from "vitest"
import { sharedAddress } from "./shared-address.ts"

test("a shared link keeps its filters on the way through the sign-in, each encoded", () => {
  const { workspace, whole, clean } = sharedAddress("/accounts", {
    ws: "acme & sons",
    q: "a&b=c#d",
    band: "red",
    tag: ["x", "y"],
    empty: undefined,
  })
  expect(workspace).toBe("acme & sons")
  expect(clean).toBe("/accounts?q=a%26b%3Dc%23d&band=red&tag=x&tag=y")
  const back = new URL(whole, "http://localhost").searchParams
  expect([...back]).toEqual([
    ["q", "a&b=c#d"],
    ["band", "red"],
    ["tag", "x"],
    ["tag", "y"],
    ["ws", "acme & sons"],
  ])
})

test.each([{}, { ws: ["a", "b"] }, { ws: "" }, { ws: "a\0b" }])("%j names no workspace", (search) => {
  expect(sharedAddress("/accounts", search)).toEqual({
    workspace: null,
    whole: "/accounts",
    clean: "/accounts",
  })
})
