import { TextLink } from "#components/ui/text-link.tsx"
import type { SourceStanding } from "#lib/quality/source-standing.ts"
import { freshnessWords } from "#lib/today/freshness-words.ts"

/** How fresh the figures above are: the sources that they are made of, the late ones by name. */
export function SourcesLine({
  sources,
}: {
  sources: readonly { readonly name: string; readonly standing: SourceStanding }[]
}) {
  return (
    <p className="text-13 text-muted">
      {freshnessWords(sources)} <TextLink href="/data">Open data</TextLink>
    </p>
  )
}
