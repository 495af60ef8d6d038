import { existsSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { deeperPages } from "./deeper-pages.ts"
import { areKeysOn, keysCookieText } from "./keys-off.ts"
import { knownKeys } from "./known-keys.ts"
import { places } from "./places.ts"
import { sharedLink } from "./shared-link.ts"

test("no key means two things, and none that begins a sequence has an effect by itself", () => {
  const keys = knownKeys.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  const firsts = keys.filter((key) => key.includes(" ")).map((key) => key.split(" ")[0])
  expect(firsts.length).toBe(places.length)
  expect(keys.filter((key) => firsts.includes(key))).toEqual([])
})

test("every page that is offered is there", () => {
  const desk = join(import.meta.dirname, "../../app/(desk)")
  const offered = [...places, ...deeperPages].map(({ href }) => href)
  expect(offered.filter((href) => !existsSync(join(desk, href, "page.tsx")))).toEqual([])
})

test("a group of the navigation stands together", () => {
  const groups = places.map(({ group }) => group)
  const runs = groups.filter((group, place) => group !== groups[place - 1])
  expect(runs.length).toBe(new Set(groups).size)
})

test("single keys are on until somebody switches them off", () => {
  const kept = (isOn: boolean) => keysCookieText(isOn).split(";")[0]?.split("=")[1]
  expect(areKeysOn(undefined)).toBe(true)
  expect(areKeysOn(kept(false))).toBe(false)
  expect(areKeysOn(kept(true))).toBe(true)
})

test("a link to a view keeps the view and names its workspace once", () => {
  expect(sharedLink("http://desk.example/accounts?q=a%26b&ws=old#row", "acme & sons")).toBe(
    "http://desk.example/accounts?q=a%26b&ws=acme+%26+sons#row",
  )
})
