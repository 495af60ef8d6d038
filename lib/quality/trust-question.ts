import type { DescribedSource } from "./describe-source.ts"
import type { DescribedStandard } from "./describe-standard.ts"
import { measureFieldKey } from "./fields.ts"
import { isTrusted } from "./source-standing.ts"
import type { TrustQuestion } from "./trust-answer.ts"

/** What the sentence of the data page is made from: every source, and the standards that were measured. */
export function trustQuestion({
  sources,
  standards,
}: {
  sources: readonly (Pick<DescribedSource, "standing" | "subjects"> & {
    readonly name: string
    readonly measureKeys: readonly string[]
  })[]
  standards: readonly (Pick<DescribedStandard, "standing" | "label"> & { readonly field: string })[]
}): TrustQuestion {
  const spoilt = new Set(
    sources
      .filter(({ standing }) => standing.state !== "silent" && !isTrusted(standing))
      .flatMap(({ measureKeys }) => measureKeys.map(measureFieldKey)),
  )
  const failing = standards.filter(({ standing }) => standing.verdict === "not_met")
  return {
    sources,
    standards: {
      measured: standards.filter(({ standing }) => standing.verdict === "met").length + failing.length,
      notMet: failing.length,
      failing: [...new Set(failing.filter(({ field }) => !spoilt.has(field)).map(({ label }) => label))],
    },
  }
}
