import type { Metadata } from "next"
import { Suspense } from "react"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AdminLinks } from "#components/admin/admin-links.tsx"
import { ModelForm } from "#components/admin/model-form.tsx"
import { ModelVersions } from "#components/admin/model-versions.tsx"
import { ScoringUnderWay } from "#components/admin/scoring-under-way.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { LoadingState } from "#components/ui/loading-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { dueScores } from "#db/queries/due-scores.ts"
import { publishedModels } from "#db/queries/health.ts"
import { accountTotals } from "#db/queries/list-totals.ts"
import { modelDraftById, modelVersions } from "#db/queries/model-preview.ts"
import { can } from "#lib/access/policy.ts"
import { accountsHref } from "#lib/accounts/list-href.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { modelAnswer } from "#lib/health/model-answer.ts"
import { isUuid } from "#lib/id.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { draftModel } from "./actions.ts"
import { DraftGone } from "./draft-gone.tsx"
import { DraftPreview } from "./draft-preview.tsx"

export const metadata: Metadata = { title: "Health model" }

/** Rows that a preview usually has: the room that it will need. */
const previewRows = 8

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
  const draftId = typeof search.draft === "string" && isUuid(search.draft) ? search.draft : null
  const { models, drafted, versions, due, totals } = await deskRead(caller, async (tx) => ({
    models: await publishedModels(tx, caller),
    drafted: draftId ? await modelDraftById(tx, caller, { draftId }) : null,
    versions: await modelVersions(tx, caller),
    due: await dueScores(tx, caller),
    totals: await accountTotals(tx, caller, {
      query: accountsQuery.parse({}),
      position: null,
      today: dayOf(caller.now, timeZone),
    }),
  }))
  const followed = drafted && models.find(({ name }) => name === drafted.model.name)
  const draft = followed && followed.version + 1 === drafted.model.version ? drafted.model : null
  const chosen = (draft && followed) ?? models.find(({ id }) => id === search.model) ?? models[0]
  const model = draft ?? chosen
  return (
    <>
      <LiveScope accountIds={[]} />
      <AdminLinks role={role} here="health-model" />
      <PageHead
        title="Health model"
        answer={
          <>
            {modelAnswer(models, {
              ...totals,
              customers: totals.matching - totals.lost,
              waiting: due.waiting,
            })}{" "}
            {totals.withoutScore > 0 && (
              <TextLink href={accountsHref({}, { band: "insufficient", lost: "hide" })}>
                See those without a score
              </TextLink>
            )}
          </>
        }
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
      {draftId && !draft && <DraftGone />}
      {draftId && draft && (
        <Suspense
          key={draftId}
          fallback={
            <Panel id="preview" title="Scoring every account with this draft">
              <LoadingState label="Scoring every account with this draft" rows={previewRows} />
            </Panel>
          }
        >
          <DraftPreview caller={caller} draftId={draftId} place={place} />
        </Suspense>
      )}
      {chosen && model ? (
        <Panel
          title={`${model.name}: limits, weights and vetoes`}
          subtitle={`${draft ? "The draft" : `Version ${model.version}, in force`}. Weights of the groups add up to 100 %, and those of the measures in each group. Nothing changes before you publish a preview.`}
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
