import { expect, test } from "vitest"
import { pickSlug, slugCandidates, slugOf } from "./slug.ts"

const taken =
  (...slugs: string[]) =>
  (slug: string) =>
    slugs.includes(slug)

test("letters a-z, digits and hyphens remain", () => {
  expect(slugOf("Müller & Söhne GmbH")).toBe("muller-sohne-gmbh")
  expect(slugOf("Großhandel")).toBe("grosshandel")
  expect(slugOf("  <script>alert(1)</script> ")).toBe("script-alert-1-script")
  expect(slugOf("東京")).toBe("")
  expect(slugOf(`${"a".repeat(59)} b`)).toBe("a".repeat(59))
})

test("the name, then name and id, then a number", () => {
  expect(pickSlug("Acme", "C-1", taken())).toBe("acme")
  expect(pickSlug("Acme", "C-1", taken("acme"))).toBe("acme-c-1")
  expect(pickSlug("Acme", "C-1", taken("acme", "acme-c-1"))).toBe("acme-2")
  expect(pickSlug("A 1", "a.1", taken("a-1"))).toBe("a-1-2")
  expect(slugCandidates("Acme", "C-1")).toEqual(["acme", "acme-c-1"])
})

test("a name without Latin letters takes the id, and one without either still gets an address", () => {
  expect(pickSlug("東京", "C-1", taken())).toBe("c-1")
  expect(pickSlug("東京", "京", taken())).toBe("account")
  expect(pickSlug("東京", "京", taken("account"))).toBe("account-2")
})

test("addresses of the product's own pages are not given away", () => {
  expect(pickSlug("New", "7", taken())).toBe("new-7")
})
