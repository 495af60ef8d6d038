import type { Locator, Page } from "@playwright/test"
import { expect } from "#e2e/fixtures.ts"

/** Seconds of the keystroke-level model: to point, to press a button of the pointer, to press a key. */
const point = 1.1
const button = 0.2
const key = 0.2

export type Effort = { readonly clicks: number; readonly keys: number; readonly seconds: number }

/** The two ways to use a page, with what each costs: pointing and clicking, or pressing keys. Nothing is hovered over. */
export function handsOn(page: Page) {
  let clicks = 0
  let keys = 0
  return {
    async click(target: Locator, options: Parameters<Locator["click"]>[0] = {}): Promise<void> {
      clicks += 1
      await target.click(options)
      await page.mouse.move(0, 0)
    },
    /** Presses a key once for the count; a page whose script begins to hear is asked again until it answers. */
    async press(pressed: string, happens?: () => Promise<unknown>): Promise<void> {
      keys += 1
      if (!happens) return page.keyboard.press(pressed)
      await expect(async () => {
        await page.keyboard.press(pressed)
        await happens()
      }).toPass({ timeout: 20_000 })
    },
    async type(text: string): Promise<void> {
      keys += text.length
      await page.keyboard.type(text)
    },
    /** Goes on with Tab until the focus is on it, which must be seen there. */
    async tabTo(target: Locator, most = 60): Promise<void> {
      for (let step = 0; step < most; step += 1) {
        keys += 1
        await page.keyboard.press("Tab")
        if (await target.evaluate((element) => element === document.activeElement)) {
          expect(await target.evaluate(isMarked), "the focus is seen").toBe(true)
          return
        }
      }
      throw new Error(`Tab does not reach it in ${most} steps.`)
    },
    spent: (): Effort => ({ clicks, keys, seconds: clicks * (point + button) + keys * key }),
  }
}

const isMarked = (element: Element): boolean => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0
}

/** What a task may cost: clicks for who points; for who does not, twice the time of the pointer. */
export function expectEffort(
  task: string,
  { pointer, keyboard, mostClicks }: { pointer: Effort; keyboard: Effort; mostClicks: number },
): void {
  console.log(
    `      ${task}: ${pointer.clicks} clicks (${pointer.seconds.toFixed(1)} s), or ${keyboard.keys} keys (${keyboard.seconds.toFixed(1)} s)`,
  )
  expect(pointer.keys, `${task}: the pointer's way needs no key`).toBe(0)
  expect(pointer.clicks, `${task}: clicks`).toBeLessThanOrEqual(mostClicks)
  expect(keyboard.clicks, `${task}: the keyboard's way needs no click`).toBe(0)
  expect(keyboard.seconds, `${task}: seconds by keyboard`).toBeLessThanOrEqual(2 * pointer.seconds)
}

/** Whether a text stands there whole: seen, and not cut. */
export const standsWhole = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect()
    return (
      width > 0 &&
      height > 0 &&
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      element.scrollWidth <= element.clientWidth + 1
    )
  })
