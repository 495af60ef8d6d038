import { contrast } from "#lib/format/contrast.ts"
import type { ContrastPair } from "#lib/format/contrast-pairs.ts"
import type { Theme, Token } from "#lib/format/tokens.ts"

/** The pairs that are too weak in a theme, in words: "light: muted on canvas is 3.94, needs 4.5". None is the aim. */
export function contrastFaults(
  colours: Readonly<Record<Theme, Readonly<Record<Token, string>>>>,
  pairs: readonly ContrastPair[],
): string[] {
  return (["light", "dark"] as const).flatMap((theme) =>
    pairs
      .map((pair) => ({ ...pair, ratio: contrast(colours[theme][pair.front], colours[theme][pair.back]) }))
      .filter(({ ratio, atLeast }) => ratio < atLeast)
      .map(
        ({ front, back, ratio, atLeast }) =>
          `${theme}: ${front} on ${back} is ${(Math.floor(ratio * 100) / 100).toFixed(2)}, needs ${atLeast}`,
      ),
  )
}
