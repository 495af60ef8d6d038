import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { DiscardForm } from "#components/imports/discard-form.tsx"
import { FocusHeading } from "#components/imports/focus-heading.tsx"
import { previewAnswer, writeLabel } from "#components/imports/import-sentences.ts"
import { ImportStepper } from "#components/imports/import-stepper.tsx"
import { openSteps } from "#components/imports/import-steps.ts"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { PreviewTable } from "#components/imports/preview-table.tsx"
import { SentenceList } from "#components/imports/sentence-list.tsx"
import { ToldNote } from "#components/imports/told-note.tsx"
import { VerdictCountList } from "#components/imports/verdict-counts.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { openRun, type RunParams } from "../open-run.ts"

export const metadata: Metadata = { title: "Preview the changes" }

export default async function PreviewPage({
  params,
  searchParams,
}: {
  params: Promise<RunParams>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const opened = await openRun((await params).run_id)
  if (!opened) return <NotAllowed title="Preview the changes" permission="import.write" />
  const { desk, run } = opened
  const check = run.report
  if (run.state !== "checked" || !check?.isWritable) redirect(`/imports/${run.id}`)
  const { repairs } = run.settings
  return (
    <>
      <ImportStepper current="preview" runId={run.id} open={openSteps(run.state, true)} />
      <PageHead
        title={
          <>
            Preview <bdi>{run.fileName}</bdi>
          </>
        }
        answer={previewAnswer(check.rows, check.counts, desk.workspaceName)}
        asOf="After writing, the whole import can be undone for 24 hours."
        actions={
          <PostForm action={`/imports/${run.id}/start`} label="Write">
            <PostButton variant="primary" pendingLabel="Starting…">
              {writeLabel(run.kind, check.counts, desk.workspaceName)}
            </PostButton>
          </PostForm>
        }
      />
      <LeftOutNote search={search} understood={{ told: search.told }} />
      <FocusHeading />
      <LiveScope accountIds={[]} />
      <ToldNote told={search.told} />
      <Panel
        title="What writing does"
        subtitle={
          repairs.length > 0 || check.warnings.length > 0 ? (
            <>
              With {formatCount(repairs.length, "repair")} and {formatCount(check.warnings.length, "warning")}
              . <TextLink href={`/imports/${run.id}/check`}>Look at them</TextLink>
            </>
          ) : undefined
        }
      >
        <div className="flex flex-col gap-4">
          <VerdictCountList counts={check.counts} />
          <SentenceList label="Notes" sentences={check.notes} />
        </div>
      </Panel>
      {check.sample.length > 0 && (
        <Panel
          title="Row by row"
          subtitle={`${
            check.sample.length < check.rows
              ? `${formatNumber(check.sample.length)} of ${formatCount(check.rows, "row")}, with some of every verdict.`
              : `All ${formatCount(check.rows, "row")} of the file.`
          }${repairs.length > 0 ? " New rows are shown as the file states them, before repairs." : ""}`}
        >
          <PreviewTable rows={check.sample} />
        </Panel>
      )}
      <DiscardForm runId={run.id} />
    </>
  )
}
