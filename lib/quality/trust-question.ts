import type { DescribedSource } from "./describe-source.ts"
import type { DescribedStandard } from "./describe-standard.ts"
import type { TrustQuestion } from "./trust-answer.ts"

/** What the sentence of the data page is made from: every source, and the standards that were measured. */
export function trustQuestion({
  sources,
  standards,
}: {
  sources: readonly (Pick<DescribedSource, "standing" | "subjects"> & { readonly name: string })[]
  standards: readonly Pick<DescribedStandard, "standing" | "label">[]
}): TrustQuestion {
  const failing = standards.filter(({ standing }) => standing.verdict === "not_met")
  return {
    sources,
    standards: {
      measured: standards.filter(({ standing }) => standing.verdict === "met").length + failing.length,
      notMet: failing.length,
      failing: [...new Set(failing.map(({ label }) => label))],
    },
  }
}
