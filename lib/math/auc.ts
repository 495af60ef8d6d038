export type LabelledValue = { readonly value: number; readonly isPositive: boolean; readonly weight?: number }

/**
 * Area under the ROC curve: the chance that a random positive case has a higher value than a random negative
 * one; a tie counts one half. 0.5 = no relation, 1 = every positive case lies above every negative one.
 *
 *   AUC = Σ over positives (negatives below + ½ negatives tied) / (positives * negatives)
 *
 * `weight` counts a case several times (a category with its number of rows); it may be fractional, default 1.
 * Without both kinds of case there is no answer: null.
 *
 * Source: H. B. Mann and D. R. Whitney, 1947; J. A. Hanley and B. J. McNeil, 1982.
 */
export function auc(cases: readonly LabelledValue[]): number | null {
  const ordered = cases.toSorted((a, b) => a.value - b.value)
  let positives = 0
  let negatives = 0
  let wins = 0
  let i = 0
  while (i < ordered.length) {
    const value = ordered[i]!.value
    let tiedPositives = 0
    let tiedNegatives = 0
    for (; i < ordered.length && ordered[i]!.value === value; i++) {
      const weight = ordered[i]!.weight ?? 1
      if (ordered[i]!.isPositive) tiedPositives += weight
      else tiedNegatives += weight
    }
    wins += tiedPositives * (negatives + tiedNegatives / 2)
    positives += tiedPositives
    negatives += tiedNegatives
  }
  return positives > 0 && negatives > 0 ? wins / (positives * negatives) : null
}
