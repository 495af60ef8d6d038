import { StandardForm } from "#components/data/standard-form.tsx"
import { StandardRemoval } from "#components/data/standard-removal.tsx"
import type { ChangedBy } from "#components/ui/conflict-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { formatShare } from "#lib/format/percent.ts"
import { respectWords } from "#lib/quality/asked-words.ts"
import type { StandardDraft } from "#lib/quality/schema.ts"
import type { Verb } from "#lib/verb.ts"

type Settings = StandardDraft & {
  readonly id: string
  readonly ownerName: string | null
  readonly isBuiltIn: boolean
  readonly removedAt: Date | null
}

/** What is asked, by whom and why; with the forms for those who may change it. */
export function StandardSettings({
  standard,
  changedBy,
  people,
  saveAction,
  removeAction,
}: {
  standard: Settings
  /** Who set it last. */
  changedBy: ChangedBy
  people: readonly { readonly id: string; readonly name: string }[]
  saveAction: Verb<StandardDraft, { id: string }> | null
  removeAction: Verb<{ id: string }, unknown> | null
}) {
  const { field, dimension, ownerName, reason, removedAt } = standard
  const origin = standard.isBuiltIn ? "Every workspace begins with this standard. " : ""
  return (
    <Panel
      title={`${respectWords(standard)} for ${formatShare(standard.atLeast)} of rows`}
      subtitle={`${origin}Owner: ${ownerName ?? "unassigned"}.`}
    >
      {saveAction && removeAction ? (
        <div className="flex flex-col gap-4">
          {removedAt && (
            <p className="text-14">Removed. Saving it brings it back, with all its measurements.</p>
          )}
          <StandardForm
            choices={[]}
            fixed={{ field, dimension }}
            stored={standard}
            changedBy={changedBy}
            people={people}
            saveAction={saveAction}
          />
          {!removedAt && <StandardRemoval id={standard.id} removeAction={removeAction} />}
        </div>
      ) : (
        <p className="max-w-[75ch] text-14">
          {reason} Admins and CS operations managers can change it (permission “data.write”).
        </p>
      )}
    </Panel>
  )
}
