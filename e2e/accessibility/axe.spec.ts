import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect, test } from "#e2e/fixtures.ts"
import { routesOnDisk } from "#e2e/matrix/route-tree.ts"
import { type Exhibition, exhibition, type View, views } from "./views.ts"

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
  test(`${view.route}, ${view.state}`, async ({ page: signedOut, pageOf, expectFault }) => {
    expectFault(/status of 40[14]/)
    const there = await seen()
    const member = view.who(there)
    const page = member ? await pageOf(member) : signedOut
    const found: string[] = []
    const unsure: string[] = []
    for (const width of widths)
      for (const colorScheme of schemes) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
        await show(page, view, there)
        const result = await new AxeBuilder({ page }).withTags(tags).analyze()
        const where = `${width} px, ${colorScheme}`
        for (const { id, help, nodes } of result.violations)
          for (const { target, failureSummary } of nodes)
            found.push(
              `${where}: ${id} (${help}) at ${target.join(" ")}: ${failureSummary?.split("\n")[1]?.trim()}`,
            )
        unsure.push(...result.incomplete.map(({ id, nodes }) => `${where}: ${id} at ${nodes.length}`))
        found.push(
          ...(await textBelow(page)).map((text) => `${where}: text below ${smallestTextPx} px: ${text}`),
        )
      }
    await page.setViewportSize({ width: 320, height: 900 })
    await show(page, view, there)
    if ((await sideways(page)) > 0)
      found.push(`320 px: the page scrolls sideways by ${await sideways(page)} px`)
    if (unsure.length > 0)
      console.log(`      axe is unsure at ${view.route}, ${view.state}: ${unsure.join("; ")}`)
    expect(found).toEqual([])
  })

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
