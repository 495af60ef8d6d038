import { PreviewPanel } from "#components/admin/preview-panel.tsx"
import { FailedPanel } from "#components/ui/failed-panel.tsx"
import type { Caller } from "#lib/access/caller.ts"
import { dayOf, formatInstant, type Place } from "#lib/format/instant.ts"
import { modelChanges } from "#lib/health/model-changes.ts"
import { previewAnswer } from "#lib/health/preview-answer.ts"
import { partRead } from "#lib/server/desk/part-read.ts"
import { whileAvailable } from "#lib/server/desk/while-available.ts"
import { type ModelPreview, previewModel } from "#lib/server/health/preview-model.ts"
import { publishModelDraft } from "./actions.ts"
import { DraftGone } from "./draft-gone.tsx"

/** It scores every account: one that cannot be scored must not take the editor with it. */
const previewPart = partRead<ModelPreview | null>("model preview", (preview) =>
  preview ? previewAnswer(preview) : "no draft",
)

/** Who would change band by a draft; comes after the rest of the page, because it looks at every account. */
export async function DraftPreview({
  caller,
  draftId,
  place,
}: {
  caller: Caller
  draftId: string
  place: Place
}) {
  const day = dayOf(caller.now, place.timeZone)
  const part = await whileAvailable(() =>
    previewPart(caller, () => previewModel(caller, { draftId, day }), draftId),
  )
  if (!part.ok)
    return (
      <FailedPanel
        id="preview"
        title="Who would change band is not known"
        source="The preview of this draft"
        part={part}
        place={place}
        againHref={`/admin/health-model?draft=${draftId}`}
      />
    )
  const preview = part.value
  if (!preview) return <DraftGone />
  return (
    <PreviewPanel
      draftId={draftId}
      proof={preview.proof}
      name={preview.model.name}
      version={preview.model.version}
      scored={preview.scored}
      moves={preview.moves}
      changes={modelChanges(preview.published, preview.model)}
      madeWords={`Drafted by ${preview.by}, ${formatInstant(preview.madeAt, place)}.`}
      publishAction={publishModelDraft}
    />
  )
}
