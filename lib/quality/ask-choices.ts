import { type QualityDimension, qualityDimensionNames, qualityDimensions } from "./dimensions.ts"
import type { QualityField } from "./fields.ts"

/** What can still be asked: each field in each respect that has no standard. The value is `dimension field`. */
export function askChoices(
  fields: readonly QualityField[],
  standards: readonly { readonly field: string; readonly dimension: QualityDimension }[],
): { value: string; label: string }[] {
  const taken = new Set(standards.map(({ field, dimension }) => `${dimension} ${field}`))
  return fields
    .flatMap(({ key, label, rules }) =>
      qualityDimensions
        .filter((dimension) => rules[dimension])
        .map((dimension) => ({
          value: `${dimension} ${key}`,
          label: `${label}: ${qualityDimensionNames[dimension].toLowerCase()}`,
        })),
    )
    .filter(({ value }) => !taken.has(value))
}
