import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { baseURL } from "#e2e/installation.ts"
import { routesOnDisk } from "#e2e/matrix/route-tree.ts"
import { sessionOf } from "#e2e/world/sign-in.ts"
import type { Member } from "#e2e/world/workspace.ts"
import { type Exhibition, exhibition } from "./exhibition.ts"
import { type View, views } from "./views.ts"

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
const widths = [1440, 390]
const schemes = ["light", "dark"] as const
const smallestTextPx = 12

let made: Promise<Exhibition> | undefined
const seen = () => (made ??= exhibition())

test("every page on disk is looked at", () => {
  const pages = routesOnDisk().filter(({ kind }) => kind === "page")
  const looked = new Set(views.map(({ route }) => route))
  expect(pages.map(({ pattern }) => pattern).filter((pattern) => !looked.has(pattern))).toEqual([])
})

for (const view of views)
  test(`${view.route}, ${view.state}`, async ({ context, expectFault }) => {
    expectFault(/status of 40[14]/)
    const there = await seen()
    const member = view.who(there)
    if (member) await context.addCookies([await cookieOf(member)])
    const page = await context.newPage()
    await page.emulateMedia({ reducedMotion: "reduce" })
    const found: string[] = []
    const unsure: string[] = []
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await show(page, view, there)
      // The theme is a matter of styles alone: the same elements are looked at in both.
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        const { violations, incomplete } = await look(page)
        const where = `${width} px, ${colorScheme}`
        for (const { id, help, nodes } of violations)
          for (const { target, failureSummary } of nodes)
            found.push(
              `${where}: ${id} (${help}) at ${target.join(" ")}: ${failureSummary?.split("\n")[1]?.trim()}`,
            )
        unsure.push(...incomplete.map(({ id, nodes }) => `${where}: ${id} at ${nodes.length}`))
      }
      found.push(
        ...(await textBelow(page)).map((text) => `${width} px: text below ${smallestTextPx} px: ${text}`),
      )
    }
    await page.setViewportSize({ width: 320, height: 900 })
    const excess = await sideways(page)
    if (excess > 0) found.push(`320 px: the page scrolls sideways by ${excess} px`)
    if (unsure.length > 0)
      console.log(`      axe is unsure at ${view.route}, ${view.state}: ${unsure.join("; ")}`)
    expect(found).toEqual([])
  })

const cookies = new Map<string, Promise<string>>()

/** Everybody signs in once for all views: what is looked at is the page, not the sign-in. */
async function cookieOf(member: Member) {
  const known = cookies.get(member.email) ?? sessionOf(member)
  cookies.set(member.email, known)
  const value = await known
  return { name: "csops.session", value, url: baseURL, httpOnly: true, sameSite: "Lax" } as const
}

/** No page has frames of another origin, so that one run in the page itself sees everything. */
async function look(page: Page) {
  // A link that the bar covers in part is one that was scrolled by half.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }))
  expect(page.frames()).toHaveLength(1)
  return new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations", "incomplete"] })
    .withTags(tags)
    .analyze()
}

async function show(page: Page, view: View, there: Exhibition): Promise<void> {
  const answer = await page.goto(view.path(there))
  expect(answer?.status()).toBe(view.status ?? 200)
  await view.arrange(page)
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Texts that are drawn smaller than anybody should have to read. */
function textBelow(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const small: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim()
      const element = walker.currentNode.parentElement
      if (!text || !element || element.closest("script, style, noscript")) continue
      if (!element.checkVisibility()) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size < smallest) small.push(`${text.slice(0, 40)} (${size} px)`)
    }
    return small
  }, smallestTextPx)
}
