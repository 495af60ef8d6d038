import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { contrast } from "#lib/format/contrast.ts"
import { contrastFaults } from "#lib/format/contrast-faults.ts"
import { contrastPairs } from "#lib/format/contrast-pairs.ts"
import type { Theme, Token } from "#lib/format/tokens.ts"

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8")

/** The colours as the style sheet declares them, in both themes. */
function declaredIn(sheet: string): Record<Theme, Record<Token, string>> {
  const found = [...sheet.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\);/gi)]
  const of = (place: 2 | 3) =>
    Object.fromEntries(found.map((line) => [line[1], line[place]])) as Record<Token, string>
  return { light: of(2), dark: of(3) }
}

test("every pair that is drawn has its contrast, in both themes", () => {
  expect(contrastPairs.length).toBeGreaterThan(90)
  expect(contrastFaults(declaredIn(css), contrastPairs)).toEqual([])
})

test.each<[string, string, string]>([
  ["--muted: light-dark(#5d6674", "--muted: light-dark(#7f8794", "light: muted on canvas"],
  [
    "--unknown-text: light-dark(#5d6674, #97a2b1",
    "--unknown-text: light-dark(#5d6674, #5f6a79",
    "dark: unknown-text",
  ],
  ["--watch-mark: light-dark(#c97300", "--watch-mark: light-dark(#f5bc5c", "light: watch-mark on surface"],
  ["--act-tint: light-dark(#fcebea", "--act-tint: light-dark(#c25a5a", "light: act-text on act-tint"],
  ["--heat-5: light-dark(#efa349, #7f5412", "--heat-5: light-dark(#efa349, #c98a2e", "dark: heat-5-ink"],
  ["--range-3: light-dark(#c1c9d3", "--range-3: light-dark(#5d6674", "light: ink on range-3"],
  ["--category-4: light-dark(#2e4a10", "--category-4: light-dark(#d3e6a0", "light: category-4"],
])("a weaker colour is caught: %s", (was, becomes, fault) => {
  expect(css).toContain(was)
  expect(contrastFaults(declaredIn(css.replace(was, becomes)), contrastPairs).join("\n")).toContain(fault)
})

test("contrast: worked by hand for a grey, and black on white", () => {
  // #777777: (119/255 + 0.055) / 1.055 to the power 2.4 is 0.18448; (1 + 0.05) / (0.18448 + 0.05) = 4.478.
  expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.478, 3)
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 10)
})
