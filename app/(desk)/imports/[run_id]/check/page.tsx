import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { CheckActions } from "#components/imports/check-actions.tsx"
import { DiscardForm } from "#components/imports/discard-form.tsx"
import { FocusHeading } from "#components/imports/focus-heading.tsx"
import { checkAnswer } from "#components/imports/import-sentences.ts"
import { ImportStepper } from "#components/imports/import-stepper.tsx"
import { openSteps, stepHref } from "#components/imports/import-steps.ts"
import { ProblemList } from "#components/imports/problem-list.tsx"
import { RepairsChosen } from "#components/imports/repairs-chosen.tsx"
import { SentenceList } from "#components/imports/sentence-list.tsx"
import { ToldNote } from "#components/imports/told-note.tsx"
import { VerdictCountList } from "#components/imports/verdict-counts.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { openRun, type RunParams } from "../open-run.ts"

export const metadata: Metadata = { title: "Check the rows" }

export default async function CheckPage({
  params,
  searchParams,
}: {
  params: Promise<RunParams>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const opened = await openRun((await params).run_id)
  if (!opened) return <NotAllowed title="Check the rows" permission="import.write" />
  const { run } = opened
  const check = run.report
  if (run.state !== "checked" || !check) redirect(`/imports/${run.id}`)
  const action = `/imports/${run.id}/repairs`
  const useOf = new Map(Object.entries(check.plan?.fields ?? {}).map(([key, { index }]) => [index, key]))
  return (
    <>
      <ImportStepper current="check" runId={run.id} open={openSteps(run.state, check.isWritable)} />
      <PageHead
        title={
          <>
            Check <bdi>{run.fileName}</bdi>
          </>
        }
        answer={checkAnswer(check)}
        asOf="Nothing is written yet."
        actions={<CheckActions runId={run.id} kind={run.kind} check={check} />}
      />
      <LeftOutNote search={search} understood={{ told: search.told }} />
      <FocusHeading />
      <LiveScope accountIds={[]} />
      <ToldNote told={search.told} />
      <ProblemList
        kind={run.kind}
        problems={check.problems}
        warnings={check.warnings}
        action={action}
        useOf={useOf}
        mapHref={stepHref(run.id, "map")}
      />
      <RepairsChosen repairs={run.settings.repairs} headers={check.plan?.headers ?? []} action={action} />
      <Panel title="As the file stands now" subtitle="Counts of rows, with the repairs chosen so far.">
        <div className="flex flex-col gap-4">
          <VerdictCountList counts={check.counts} />
          <SentenceList label="Notes" sentences={check.notes} />
        </div>
      </Panel>
      <DiscardForm runId={run.id} />
    </>
  )
}
