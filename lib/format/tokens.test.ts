import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { contrast } from "#lib/format/contrast.ts"
import { type Theme, type Token, tokens } from "#lib/format/tokens.ts"

const ratio = (theme: Theme, one: Token, other: Token) => contrast(tokens[theme][one], tokens[theme][other])

/** Front, back, light, dark: as measured in the style guide. */
const measured: readonly (readonly [Token, Token, number, number])[] = [
  ["ink", "surface", 17.79, 14.7],
  ["ink-2", "surface", 8.42, 9.4],
  ["muted", "surface", 5.8, 6.68],
  ["muted", "sunken", 5.08, 5.89],
  ["control", "surface", 3.77, 4.02],
  ["focus", "surface", 8.14, 9.47],
  ["hairline", "surface", 1.41, 1.46],
  ["ink", "selected", 15.26, 12.36],
  ["muted", "selected", 4.98, 5.62],
  ["primary-ink", "primary", 17.79, 15.13],
  ["act-text", "act-tint", 7.99, 8.23],
  ["watch-text", "watch-tint", 7.34, 9.69],
  ["routine-text", "routine-tint", 7.38, 7.67],
  ["good-text", "good-tint", 7.35, 8.15],
  ["changed-text", "changed-tint", 8.09, 8.57],
  ["act-mark", "surface", 7.85, 4.63],
  ["watch-mark", "surface", 3.54, 10.06],
  ["routine-mark", "surface", 3.77, 5.76],
  ["good-mark", "surface", 5.25, 5.88],
  ["changed-mark", "surface", 6.0, 6.16],
  ["unknown-mark", "surface", 3.77, 4.02],
]

describe("contrast of the tokens", () => {
  test.each(measured)("%s on %s is as measured: %d light, %d dark", (front, back, light, dark) => {
    expect(ratio("light", front, back)).toBeCloseTo(light, 1)
    expect(ratio("dark", front, back)).toBeCloseTo(dark, 1)
  })
})

describe("app/globals.css", () => {
  const darkValues: Readonly<Record<string, string>> = tokens.dark
  const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8")
  const declared = [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\);/gi)]

  test("declares every token once, with these two values", () => {
    expect(declared.map(([, name, light, dark]) => `${name} ${light} ${dark}`.toLowerCase()).sort()).toEqual(
      Object.entries(tokens.light)
        .map(([name, light]) => `${name} ${light} ${darkValues[name]}`.toLowerCase())
        .sort(),
    )
  })

  test("makes every token a colour of the theme", () => {
    for (const name of Object.keys(tokens.light)) expect(css).toContain(`--color-${name}: var(--${name});`)
  })

  test("writes no colour outside the token list", () => {
    const rest = declared.reduce((text, [line]) => text.replace(line, ""), css)
    expect(rest.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(/gi) ?? []).toEqual([])
  })
})

test("contrast: black on white is 21, a colour on itself is 1, order does not matter", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 10)
  expect(contrast("#1D4F91", "#1D4F91")).toBe(1)
  expect(contrast("#5D6674", "#FFFFFF")).toBe(contrast("#FFFFFF", "#5D6674"))
  expect(() => contrast("red", "#FFFFFF")).toThrow("#RRGGBB")
})
