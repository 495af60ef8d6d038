import { statuses, type Token } from "#lib/format/tokens.ts"

/** What stands in front of what, and the contrast it needs there. */
export type ContrastPair = { readonly front: Token; readonly back: Token; readonly atLeast: number }

const text = 4.5
const mark = 3
/** Neighbours of one hue need not be read, only told apart; a number or a length says the same. */
const step = 1.1

const pairs = (atLeast: number, fronts: readonly Token[], backs: readonly Token[]): ContrastPair[] =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, atLeast })))

const grounds = ["canvas", "surface", "sunken", "selected"] as const
const ranges = ["range-1", "range-2", "range-3"] as const
const heat = [1, 2, 3, 4, 5, 6] as const
const categories = ["category-1", "category-2", "category-3", "category-4", "category-5"] as const

/** Every pair that the interface draws. A drawing that needs another one adds its line here. */
export const contrastPairs: readonly ContrastPair[] = [
  ...pairs(text, ["ink", "ink-2", "muted"], grounds),
  ...pairs(text, ["primary-ink"], ["primary"]),
  ...statuses.flatMap((status) => pairs(text, [`${status}-text`], [`${status}-tint`, ...grounds])),
  ...heat.flatMap((place) => pairs(text, [`heat-${place}-ink`], [`heat-${place}`])),
  ...pairs(mark, ["control", "focus"], grounds),
  ...statuses.flatMap((status) => pairs(mark, [`${status}-mark`], ["surface", "canvas", `${status}-tint`])),
  ...pairs(mark, categories, ["surface"]),
  // Charts: lines and dots in front of the band of limits, a bullet's bar in front of its ranges.
  ...pairs(
    mark,
    statuses.map((status) => `${status}-mark` as const),
    ["sunken"],
  ),
  ...pairs(text, ["ink"], ranges),
  ...pairs(mark, ["control"], ["range-1"]),
  ...pairs(step, ["range-1", "sunken"], ["surface"]),
  ...pairs(step, ["range-2"], ["range-1"]),
  ...pairs(step, ["range-3"], ["range-2"]),
]
