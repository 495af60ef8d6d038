import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime"
import { renderToStaticMarkup } from "react-dom/server"
import { prerender } from "react-dom/static"
import { beforeAll, expect, test } from "vitest"
import { HealthSpread } from "#components/accounts/health-spread.tsx"
import { stillRouter } from "#components/testing/still-router.ts"
import type { HealthColumn } from "#lib/accounts/health-spread.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"

const columns: readonly HealthColumn[] = [
  { value: 20, all: 3, matching: 1, red: 3 },
  { value: 60, all: 2, matching: 0, red: 0 },
  { value: null, all: 4, matching: 0, red: 0 },
]
const bands = { redUpTo: 50, yellowUpTo: 75 }
const spread = (query: AccountsQuery, given: Partial<Parameters<typeof HealthSpread>[0]> = {}) => (
  <AppRouterContext.Provider value={stillRouter}>
    <HealthSpread columns={columns} query={query} bands={bands} {...given} />
  </AppRouterContext.Provider>
)
const drawn = (...asked: Parameters<typeof spread>) =>
  renderToStaticMarkup(spread(...asked)).replaceAll("\u00a0", " ")
const dots = (html: string) =>
  [...html.matchAll(/<path d="([^"]*)"[^>]*vector-effect/g)].map(([, d]) => (d!.match(/M/g) ?? []).length)

// Its parts come by themselves; what has come once is there at once.
beforeAll(async () => void (await prerender(spread({}))))

test("there is a dot for each account with a score, filled where it is in the list", () => {
  expect(dots(drawn({ segment: "SMB" }))).toEqual([4, 4, 1])
  expect(drawn({ segment: "SMB" })).toContain("filled for the 1 of this list")
  expect(drawn({})).not.toContain("of this list")
})

test("what is counted leads to exactly its rows", () => {
  const html = drawn({ segment: "SMB" })
  expect(html).toMatch(/href="\/accounts\?health=0\.\.100&amp;lost=hide"[^>]*>5 accounts</)
  expect(html).toMatch(/href="\/accounts\?band=insufficient&amp;lost=hide"[^>]*>4</)
})

test("bands stand behind the dots in words, and not where models differ", () => {
  const html = drawn({})
  for (const words of ["Act now, to 50", "Watch, 51 to 75", "Good, from 76"]) expect(html).toContain(words)
  const differing = drawn({}, { bands: null })
  expect(differing).not.toContain("to 50")
  expect(differing).toContain("Bands differ from model to model.")
})

test("the chosen range stands in the fields that choose it by keyboard", () => {
  const html = drawn({ health: "10..30" })
  expect(html).toMatch(/name="from"[^>]*value="10"/)
  expect(html).toMatch(/name="to"[^>]*value="30"/)
  expect(html).toContain("var(--selected)")
  expect(drawn({})).not.toContain("var(--selected)")
})

test("of very many accounts a dot stands for several, and says so", () => {
  const many = [{ value: 60, all: 4_000, matching: 4_000, red: 0 }]
  const html = drawn({}, { columns: many })
  expect(html).toContain("One dot for up to 200 accounts of")
  expect(dots(html)).toEqual([0, 0, 20])
})
