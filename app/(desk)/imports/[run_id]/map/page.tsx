import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { ColumnTable } from "#components/imports/column-table.tsx"
import { DiscardForm } from "#components/imports/discard-form.tsx"
import { FocusHeading } from "#components/imports/focus-heading.tsx"
import { ImportStepper } from "#components/imports/import-stepper.tsx"
import { openSteps } from "#components/imports/import-steps.ts"
import { mapAnswer } from "#components/imports/map-answer.ts"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { ProblemList } from "#components/imports/problem-list.tsx"
import { ReadingFields } from "#components/imports/reading-fields.tsx"
import { SentenceList } from "#components/imports/sentence-list.tsx"
import { ToldNote } from "#components/imports/told-note.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { ImportRunRow } from "#db/queries/imports.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { kindSpecs } from "#lib/imports/kinds.ts"
import { UnreadableFile } from "#lib/imports/unreadable-file.ts"
import { lookAtImport } from "#lib/server/imports/look-at-import.ts"
import { openRun, type RunParams } from "../open-run.ts"

export const metadata: Metadata = { title: "Map the columns" }

export default async function MapPage({
  params,
  searchParams,
}: {
  params: Promise<RunParams>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const opened = await openRun((await params).run_id)
  if (!opened) return <NotAllowed title="Map the columns" permission="import.write" />
  const { desk, run } = opened
  if (run.state !== "draft" && run.state !== "checked") redirect(`/imports/${run.id}`)
  if (run.fileSha256 === null) return <HalfArrived run={run} />
  const look = await lookAtImport(desk.caller, run.id).catch((error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error
    redirect(`/imports/new?kind=${run.kind}&refused=${run.id}`)
  })
  const { fields, others } = kindSpecs[run.kind]
  const place = { now: desk.caller.now, timeZone: desk.timeZone }
  return (
    <>
      <ImportStepper
        current="map"
        runId={run.id}
        open={openSteps(run.state, run.report?.isWritable ?? false)}
      />
      <PostForm action={`/imports/${run.id}/settings`} className="flex flex-col gap-4">
        <PageHead
          title={
            <>
              Map the columns of <bdi>{run.fileName}</bdi>
            </>
          }
          answer={mapAnswer(look.columns)}
          asOf={
            look.rememberedAt &&
            `Mapped as on ${formatInstant(new Date(look.rememberedAt), place)}, when a file with the same columns was imported.`
          }
          actions={
            <PostButton variant="primary" pendingLabel="Checking every row…">
              Check every row
            </PostButton>
          }
        />
        <LeftOutNote search={search} understood={{ told: search.told }} />
        <FocusHeading />
        <LiveScope accountIds={[]} />
        <ToldNote told={search.told} />
        <Panel
          title="How the file is read"
          subtitle={`${kindSpecs[run.kind].label}: ${kindSpecs[run.kind].oneRow}.`}
        >
          <div className="flex flex-col gap-4">
            <ReadingFields
              settings={look.settings}
              facts={look.facts}
              timeZone={desk.timeZone}
              today={dayOf(desk.caller.now, desk.timeZone)}
              asksForZone={look.columns.some(
                ({ use }) => fields.find(({ key }) => key === use)?.type === "instant",
              )}
              asksForDay={
                look.columns.some(({ use }) => use === "measure") &&
                !look.columns.some(({ use }) => use === "day")
              }
            />
            <SentenceList label="Guesses" sentences={look.guesses} />
          </div>
        </Panel>
        <Panel
          id="columns"
          title="What each column becomes"
          subtitle="Guesses can be changed. A field is filled by one column."
        >
          <ColumnTable columns={look.columns} fields={fields} takesMeasures={others === "measures"} />
        </Panel>
      </PostForm>
      <ProblemList
        kind={run.kind}
        problems={look.problems.filter(({ repairs }) => repairs.length === 0)}
        warnings={[]}
        action={null}
        useOf={new Map()}
        mapHref="#columns"
      />
      <DiscardForm runId={run.id} />
    </>
  )
}

function HalfArrived({ run }: { run: ImportRunRow }) {
  return (
    <>
      <PageHead
        title={
          <>
            Waiting for <bdi>{run.fileName}</bdi>
          </>
        }
        answer="The file has not arrived whole. If nobody is uploading it any more, discard this import and choose the file again."
      />
      <FocusHeading />
      <DiscardForm runId={run.id} />
    </>
  )
}
