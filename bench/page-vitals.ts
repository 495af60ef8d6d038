import type { Page } from "@playwright/test"

/** Milliseconds from the start of the navigation; `cls` is the sum of all shifts, which is never less than its worst window. */
export type LoadVitals = {
  readonly ttfb: number
  readonly fcp: number
  readonly lcp: number
  readonly cls: number
}

type Seen = {
  lcp: number
  cls: number
  slowestAct: number
  actedAt: number
  keyAt: number
  keyToFocus: number
}
type Watched = typeof globalThis & { benchSeen: Seen }

/** Shorter ones the browser does not tell. */
const shortestToldMs = 16
const settleMs = 300

/** Lets every page of this tab say what the browser saw of it. */
export async function watchVitals(page: Page): Promise<void> {
  await page.addInitScript((shortest) => {
    const seen = { lcp: 0, cls: 0, slowestAct: 0, actedAt: 0, keyAt: 0, keyToFocus: 0 }
    ;(globalThis as Watched).benchSeen = seen
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
        type,
        buffered: true,
        durationThreshold: shortest,
      } as PerformanceObserverInit)
    watch("largest-contentful-paint", (entry) => {
      seen.lcp = entry.startTime
    })
    watch("layout-shift", (entry) => {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!shift.hadRecentInput) seen.cls += shift.value
    })
    watch("event", (entry) => {
      const event = entry as PerformanceEntry & { interactionId: number }
      if (event.interactionId > 0) seen.slowestAct = Math.max(seen.slowestAct, event.duration)
    })
    // Kept for the next document too: an act may lead there.
    const acted = (event: Event) =>
      sessionStorage.setItem("bench-acted", String(performance.timeOrigin + event.timeStamp))
    for (const type of ["click", "keydown"]) addEventListener(type, acted, { capture: true })
    addEventListener("keydown", (event) => (seen.keyAt = event.timeStamp), { capture: true })
    addEventListener("focusin", () => (seen.keyToFocus = performance.now() - seen.keyAt), { capture: true })
  }, shortestToldMs)
}

export async function loadVitals(page: Page, address: string): Promise<LoadVitals> {
  await page.goto(address, { waitUntil: "load" })
  await page.waitForTimeout(settleMs)
  return page.evaluate(() => {
    const { lcp, cls } = (globalThis as Watched).benchSeen
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
    const [painted] = performance.getEntriesByName("first-contentful-paint")
    return { ttfb: navigation?.responseStart ?? Number.NaN, fcp: painted?.startTime ?? Number.NaN, lcp, cls }
  })
}

/** From an act to the next picture, at most 16 ms where the browser tells nothing; and to the focus that it moved. */
export async function actVitals(
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ toPaint: number; toFocus: number }> {
  await page.evaluate(() => {
    ;(globalThis as Watched).benchSeen.slowestAct = 0
  })
  await act()
  await page.waitForTimeout(settleMs)
  return page.evaluate((shortest) => {
    const { slowestAct, keyToFocus } = (globalThis as Watched).benchSeen
    return { toPaint: Math.max(slowestAct, shortest), toFocus: keyToFocus }
  }, shortestToldMs)
}

/** Milliseconds from a click or a key to the first picture in which an element has these words. */
export async function untilShown(
  page: Page,
  { act, selector, words }: { act: () => Promise<unknown>; selector: string; words: string },
): Promise<number> {
  const shown = page.waitForFunction(
    (wanted) => {
      const isThere = [...document.querySelectorAll(wanted.selector)].some(({ textContent }) =>
        textContent?.includes(wanted.words),
      )
      return isThere ? performance.timeOrigin + performance.now() : false
    },
    { selector, words },
    { polling: "raf", timeout: 30_000 },
  )
  const [there] = await Promise.all([shown, act()])
  const at = (await there.jsonValue()) || Number.NaN
  const acted = await page.evaluate(() => Number(sessionStorage.getItem("bench-acted")))
  return at - acted
}
