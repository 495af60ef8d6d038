import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AdminLinks } from "#components/admin/admin-links.tsx"
import { ModelForm } from "#components/admin/model-form.tsx"
import { ModelVersions } from "#components/admin/model-versions.tsx"
import { PreviewPanel } from "#components/admin/preview-panel.tsx"
import { ScoringUnderWay } from "#components/admin/scoring-under-way.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { FailedPanel } from "#components/ui/failed-panel.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { dueScores } from "#db/queries/due-scores.ts"
import { publishedModels } from "#db/queries/health.ts"
import { modelVersions } from "#db/queries/model-preview.ts"
import { can } from "#lib/access/policy.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { modelAnswer } from "#lib/health/model-answer.ts"
import { modelChanges } from "#lib/health/model-changes.ts"
import { previewAnswer } from "#lib/health/preview-answer.ts"
import { isUuid } from "#lib/id.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { partRead } from "#lib/server/desk/part-read.ts"
import { whileAvailable } from "#lib/server/desk/while-available.ts"
import { type ModelPreview, previewModel } from "#lib/server/health/preview-model.ts"
import { draftModel, publishModelDraft } from "./actions.ts"

export const metadata: Metadata = { title: "Health model" }

/** It scores every account: one that cannot be scored must not take the editor with it. */
const previewPart = partRead<ModelPreview | null>("model preview", (preview) =>
  preview ? previewAnswer(preview) : "no draft",
)

export default async function HealthModelPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("health.model.write", "/admin/health-model", search)
  if (desk.missing) return <NotAllowed title="Health model" permission={desk.missing} />
  const { caller, timeZone, role } = desk
  const place = { now: caller.now, timeZone }
  const { models, versions, due } = await deskRead(caller, async (tx) => ({
    models: await publishedModels(tx, caller),
    versions: await modelVersions(tx, caller),
    due: await dueScores(tx, caller),
  }))
  const draftId = typeof search.draft === "string" && isUuid(search.draft) ? search.draft : null
  const day = dayOf(caller.now, timeZone)
  const part = draftId
    ? await whileAvailable(() => previewPart(caller, () => previewModel(caller, { draftId, day })))
    : null
  const preview = part?.ok ? part.value : null
  const chosen = preview?.published ?? models.find(({ id }) => id === search.model) ?? models[0]
  const model = preview?.model ?? chosen
  return (
    <>
      <LiveScope accountIds={[]} />
      <AdminLinks role={role} here="health-model" />
      <PageHead
        title="Health model"
        answer={modelAnswer(models, due.waiting)}
        asOf={`As of ${formatInstant(caller.now, place)}. A score keeps the version that made it.`}
      />
      <LeftOutNote
        search={search}
        understood={{ draft: draftId, model: models.find(({ id }) => id === search.model) }}
      />
      <ScoringUnderWay
        waiting={due.waiting}
        accounts={due.accounts}
        mayOpenJobs={can(caller, "job.manage")}
        refreshes={draftId === null}
      />
      {part && !part.ok && (
        <FailedPanel
          id="preview"
          title="Who would change band is not known"
          source="The preview of this draft"
          part={part}
          place={place}
          againHref={`/admin/health-model?draft=${draftId}`}
        />
      )}
      {part?.ok && !preview && (
        <EmptyState
          title="This draft is no longer here."
          action={<ButtonLink href="/admin/health-model">Open the model in force</ButtonLink>}
        >
          It was published, another draft took its place, or its model has a newer version.
        </EmptyState>
      )}
      {draftId && preview && (
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
      )}
      {chosen && model ? (
        <Panel
          title={`${model.name}: limits, weights and vetoes`}
          subtitle={`${preview ? "The draft" : `Version ${model.version}, in force`}. Weights of the groups add up to 100 %, and those of the measures in each group. Nothing changes before you publish a preview.`}
          actions={models
            .filter(({ id }) => id !== chosen.id)
            .map(({ id, name }) => (
              <ButtonLink key={id} href={`/admin/health-model?model=${id}`}>
                {name}
              </ButtonLink>
            ))}
        >
          <ModelForm key={model.id} modelId={chosen.id} model={model} draftAction={draftModel} />
        </Panel>
      ) : (
        <EmptyState
          title="The health model will be here."
          action={<ButtonLink href="/imports">Go to imports</ButtonLink>}
        >
          The first import with measures proposes one.
        </EmptyState>
      )}
      {versions.length > 0 && (
        <Panel title="Versions" subtitle="Who published what, when and why. The newest 100.">
          <ModelVersions
            rows={versions.map((row) => ({ ...row, at: row.at && formatInstant(row.at, place) }))}
          />
        </Panel>
      )}
    </>
  )
}
