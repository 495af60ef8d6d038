import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

type Told = {
  readonly measures: readonly { readonly key: string; readonly label: string }[]
  /** The keys that some published model scores; null when there is no model. */
  readonly scored: ReadonlySet<string> | null
  /** Whether the first model of the workspace came with this import. */
  readonly isFirst: boolean
}

const shown = 3

/** What became of the scores after an import of measures, in a sentence or two; null without measures. */
export function scoresSentence({ measures, scored, isFirst }: Told): string | null {
  if (measures.length === 0) return null
  if (scored === null)
    return "No health model is there yet. Where the measures allow it, a starter model is proposed within a minute: look again then."
  const made = isFirst ? "A starter model was made from these measures. " : ""
  const unscored = measures.filter(({ key }) => !scored.has(key))
  if (unscored.length === 0)
    return `${made}${formatCount(measures.length, "measure")} of this file ${measures.length === 1 ? "counts" : "count"} in the health score.`
  const names = unscored.slice(0, shown).map(({ label }) => `“${label}”`)
  const more = unscored.length > shown ? ` and ${formatNumber(unscored.length - shown)} more` : ""
  return `${made}${formatNumber(unscored.length)} of ${formatCount(measures.length, "measure")} ${unscored.length === 1 ? "is" : "are"} stored and not scored: ${names.join(", ")}${more}. The command npm run import -- FILE --propose-model proposes a new version of the model from all measures.`
}
