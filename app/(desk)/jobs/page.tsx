import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { RefreshWhile } from "#components/imports/refresh-while.tsx"
import { DueScoresPanel } from "#components/jobs/due-scores-panel.tsx"
import { FailuresPanel } from "#components/jobs/failures-panel.tsx"
import { jobsAnswer, jobsFinding } from "#components/jobs/job-words.ts"
import { JobsTable } from "#components/jobs/jobs-table.tsx"
import { RunningImports } from "#components/jobs/running-imports.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { FailedPanel } from "#components/ui/failed-panel.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { recentImports } from "#db/queries/data-sources.ts"
import { dueScores } from "#db/queries/due-scores.ts"
import { formatInstant } from "#lib/format/instant.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { partRead } from "#lib/server/desk/part-read.ts"
import { type JobOnBoard, jobBoard } from "#lib/server/jobs/job-board.ts"
import { retryRun, runJob } from "./actions.ts"

export const metadata: Metadata = { title: "Jobs" }

/** The queue is another schema than the desk's: a page about jobs shows the rest without it. */
const boardPart = partRead<readonly JobOnBoard[]>("job board", jobsFinding)

const underWay = ["checking", "writing", "undoing", "failed"] as const

export default async function JobsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("job.manage", "/jobs", search)
  if (desk.missing) return <NotAllowed title="Jobs" permission={desk.missing} />
  const { caller, timeZone } = desk
  const place = { now: caller.now, timeZone }
  const imports = await deskRead(caller, (tx) => recentImports(tx, caller, { limit: 50, only: underWay }))
  const due = await deskRead(caller, (tx) => dueScores(tx, caller))
  // Jobs run by the clock of the machine, not by that of the business.
  const readAt = new Date()
  const part = await boardPart(caller, () => jobBoard(caller.workspaceId))
  const board = part.ok ? part.value : null
  const failures = (board ?? [])
    .flatMap(({ name, title, failures: each }) => each.map((failure) => ({ ...failure, name, title })))
    .toSorted((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
  return (
    <>
      <LiveScope accountIds={[]} />
      <RefreshWhile seconds={10} />
      <PageHead
        title="Jobs"
        answer={board ? jobsAnswer(board, place) : "The job queue cannot be read right now."}
        asOf={`As of ${formatInstant(readAt, place)}. Scheduled jobs serve every workspace of this installation.`}
      />
      <LeftOutNote search={search} understood={{}} />
      {board ? (
        <>
          <Panel
            title={jobsFinding(board)}
            subtitle="Last run of each job, in the time of this workspace; usually is the middle of up to 50 runs before it."
          >
            <JobsTable rows={board} place={place} runAction={runJob} />
          </Panel>
          <FailuresPanel rows={failures.slice(0, 50)} place={place} retryAction={retryRun} />
        </>
      ) : (
        !part.ok && (
          <FailedPanel
            title="Jobs wait in the database, so nothing is lost"
            source="The job queue"
            part={part}
            place={place}
            againHref="/jobs"
          />
        )
      )}
      <DueScoresPanel due={due} place={place} />
      <RunningImports rows={imports} place={place} />
    </>
  )
}
