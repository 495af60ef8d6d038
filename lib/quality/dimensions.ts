/**
 * completeness: the field is filled; validity: what is in it can be true; freshness: it was told lately;
 * uniqueness: no two rows say they are the same.
 */
export const qualityDimensions = ["completeness", "validity", "freshness", "uniqueness"] as const
export type QualityDimension = (typeof qualityDimensions)[number]

export const qualityDimensionNames: Readonly<Record<QualityDimension, string>> = {
  completeness: "Complete",
  validity: "Valid",
  freshness: "Fresh",
  uniqueness: "Unique",
}
