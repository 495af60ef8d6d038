import { renderToStaticMarkup } from "react-dom/server"
import { beforeEach, expect, test, vi } from "vitest"
import { FrozenBand } from "#components/shell/frozen-band.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PeriodMenu } from "#components/shell/period-menu.tsx"
import { ScopeMenu } from "#components/shell/scope-menu.tsx"

const here = vi.hoisted(() => ({ path: "/home", search: "" }))
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => {} }),
  usePathname: () => here.path,
  useSearchParams: () => new URLSearchParams(here.search),
}))
beforeEach(() => {
  here.path = "/home"
  here.search = ""
})

const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
const scope = () => wordsOf(renderToStaticMarkup(<ScopeMenu pages={["/home"]} segments={["SMB"]} />))
const period = () => wordsOf(renderToStaticMarkup(<PeriodMenu pages={["/home", "/accounts"]} />))

test("the bar says the scope that the address says, without its choices", () => {
  expect(scope()).toBe("Scope All accounts")
  here.search = "seg=SMB&owner=me"
  expect(scope()).toBe("Scope SMB, me")
  here.search = "segment=SMB&team=x&owner=y"
  expect(scope()).toBe("Scope SMB, one team, one owner")
})

test("the bar says the period and what it is compared with", () => {
  expect(period()).toBe("Period Each page&#x27;s own")
  here.search = "period=13w&cmp=prev"
  expect(period()).toBe("Period 13 weeks, against previous period")
  here.search = "period=2026-08-01..2026-11-16&cmp=none"
  expect(period()).toBe("Period 2026-08-01 to 2026-11-16")
  here.search = "period=2026-w46"
  expect(period()).toBe("Period 2026-w46")
})

test("pages that follow neither show neither; an account's own follows the period", () => {
  here.path = "/data"
  expect(scope() + period()).toBe("")
  here.path = "/accounts/halden"
  expect(scope()).toBe("")
  expect(period()).toBe("Period Each page&#x27;s own")
})

test("what was left out is said in one line, and nothing when all was read", () => {
  const note = (search: Record<string, string>) =>
    wordsOf(renderToStaticMarkup(<LeftOutNote search={search} understood={{ sort: undefined }} />))
  expect(note({ foo: "1", sort: "<b>" }).replaceAll(" ,", ",")).toBe(
    "Left out of the link: foo, sort=&lt;b&gt; .",
  )
  expect(note({ sort: "" })).toBe("")
})

test("a frozen page says of when it is, by the reader's clock, and the way out", () => {
  const html = renderToStaticMarkup(
    <FrozenBand
      madeAt={new Date("2026-11-22T09:15:00Z")}
      author="Olivia"
      place={{ now: new Date("2026-11-23T09:15:00Z"), timeZone: "Europe/Berlin" }}
      liveHref="/accounts?band=red"
    />,
  )
  expect(wordsOf(html)).toContain("As it was on Sun 22 Nov 10:15. Kept by Olivia")
  expect(html).toMatch(/href="\/accounts\?band=red"[^>]*>Show it live/)
})
