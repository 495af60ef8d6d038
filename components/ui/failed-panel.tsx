import { ButtonLink } from "#components/ui/button-link.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { PartFailedState } from "#components/ui/part-failed-state.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"

type Failed = {
  readonly diagnosticId: string
  readonly since: Date
  readonly lastGood: { readonly words: string; readonly at: Date } | null
}

/** A panel whose data could not be read, in the place where they would stand. */
export function FailedPanel({
  id,
  title,
  source,
  part,
  place,
  againHref,
}: {
  id?: string
  title: string
  /** What did not answer: "The job queue". */
  source: string
  part: Failed
  place: Place
  /** The page itself, to read it again. */
  againHref: string
}) {
  const { since, lastGood, diagnosticId } = part
  return (
    <Panel {...(id ? { id } : {})} title={title}>
      <PartFailedState
        source={source}
        since={formatInstant(since, place)}
        lastGood={lastGood && { value: lastGood.words, at: formatInstant(lastGood.at, place) }}
        diagnosticId={diagnosticId}
        action={<ButtonLink href={againHref}>Read it again</ButtonLink>}
      />
    </Panel>
  )
}
