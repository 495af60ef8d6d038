import { type Exhibition, exhibition } from "#e2e/accessibility/exhibition.ts"
import { views } from "#e2e/accessibility/views.ts"
import { bytesLine, overBudget } from "#e2e/bytes/byte-budgets.ts"
import { type PageBytes, pageBytes } from "#e2e/bytes/page-bytes.ts"
import { expect, test } from "#e2e/fixtures.ts"
import { routesOnDisk } from "#e2e/matrix/route-tree.ts"

/** A change that needs a little more is no fault; a habit of it is. */
const slack = 0.05
const pages = routesOnDisk().filter(({ kind }) => kind === "page")
const hasParameter = (route: string) => route.includes("[")
/** Pages of which everybody has their own, full of the demo's rows. */
const own = pages.map(({ pattern }) => pattern).filter((route) => !hasParameter(route))
const ofOneThing = pages.map(({ pattern }) => pattern).filter(hasParameter)

let made: Promise<Exhibition> | undefined
const seen = () => (made ??= exhibition())

const holds = (route: string, bytes: PageBytes) => {
  console.log(`      ${bytesLine(route, bytes)}`)
  expect(overBudget(route, bytes, slack)).toEqual([])
}

test("a page that is too heavy is found", () => {
  const light = { script: 170_000, charts: 0, hastyCharts: 0, style: 1, font: 1, data: 1, ahead: 1 }
  expect(overBudget("/accounts", light)).toEqual([])
  const heavy = { ...light, script: 178_600, charts: 1_000 }
  expect(overBudget("/accounts", heavy, slack)).toEqual([
    "/accounts: scripts 178.6 kB of 170.0 kB",
    "/accounts: charts 1.0 kB of 0.0 kB",
  ])
  expect(overBudget("/design", { ...heavy, hastyCharts: 1_000 }, slack)).toEqual([
    "/design: charts that the document asks for 1.0 kB of 0.0 kB",
  ])
})

for (const route of own)
  test(`${route} holds its bytes`, async ({ page, signedInAs }) => {
    holds(route, await pageBytes(route === "/sign-in" ? page : await signedInAs("admin"), route))
  })

test("an account of the demo holds its bytes", async ({ signedInAs }) => {
  const list = await signedInAs("admin")
  await list.goto("/accounts")
  const address = await list.getByRole("table").locator("[data-row-link]").first().getAttribute("href")
  holds("/accounts/[slug]", await pageBytes(await signedInAs("admin"), address ?? "/accounts/none"))
})

for (const route of ofOneThing)
  test(`${route} holds its bytes`, async ({ pageOf, expectFault }) => {
    expectFault(/status of 40[14]/)
    const view = views.find((each) => each.route === route)
    expect(view, "a view of this page").toBeDefined()
    if (!view) return
    const there = await seen()
    const member = view.who(there)
    expect(member, "somebody who looks").not.toBeNull()
    if (member) holds(route, await pageBytes(await pageOf(member), view.path(there)))
  })
