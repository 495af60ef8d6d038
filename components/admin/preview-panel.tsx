import { PublishForm, type PublishInput } from "#components/admin/publish-form.tsx"
import { HealthBadge } from "#components/health/health-badge.tsx"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import type { ModelChange } from "#lib/health/model-changes.ts"
import { previewAnswer } from "#lib/health/preview-answer.ts"
import type { PreviewMove } from "#lib/health/preview-move.ts"
import { previewReasonWords } from "#lib/health/preview-reason-words.ts"
import type { Verb } from "#lib/verb.ts"

type Move = PreviewMove & { readonly accountId: string; readonly slug: string; readonly name: string }

const mostShown = 200

/** What a draft would do: who changes band, and the one way to publish exactly this draft. */
export function PreviewPanel({
  draftId,
  proof,
  name,
  version,
  scored,
  moves,
  changes,
  madeWords,
  publishAction,
}: {
  draftId: string
  proof: string
  name: string
  version: number
  scored: number
  moves: readonly Move[]
  changes: readonly ModelChange[]
  madeWords: string
  publishAction: Verb<PublishInput, { version: number }>
}) {
  const shown = moves.slice(0, mostShown)
  return (
    <Panel
      id="preview"
      title={previewAnswer({ scored, moves })}
      subtitle={`Draft of ${name}, version ${version}. ${madeWords}${
        moves.length > shown.length ? ` The first ${shown.length} are shown, the worse first.` : ""
      }`}
      actions={
        <DefinitionPopover term="Change of band">
          <p>
            Both versions score the same stored readings of every account, as of today; an account is listed
            when its band differs. Own scores that people set are left out: they keep counting until they
            expire.
          </p>
        </DefinitionPopover>
      }
    >
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-13 text-ink-2">
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            {field}: <bdi>{before ?? "none"}</bdi> → <bdi>{after ?? "none"}</bdi>
          </li>
        ))}
      </ul>
      {shown.length > 0 && (
        <Table caption="Accounts that change band" minWidth={680} fitsPage>
          <thead>
            <tr>
              <Th isFirst>Account</Th>
              <Th>Now</Th>
              <Th>With the draft</Th>
              <Th>Because of</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map((move) => (
              <Tr key={move.accountId}>
                <RowHead>
                  <TextLink href={`/accounts/${move.slug}`}>
                    <bdi>{move.name}</bdi>
                  </TextLink>
                </RowHead>
                <Td>
                  <HealthBadge value={move.from.value} band={move.from.band} plain />
                </Td>
                <Td>
                  <HealthBadge value={move.to.value} band={move.to.band} plain={move.to.band !== "red"} />
                </Td>
                <Td isSecondary>
                  <bdi>{previewReasonWords(move.reason)}</bdi>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <PublishForm draftId={draftId} proof={proof} version={version} publishAction={publishAction} />
    </Panel>
  )
}
