import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { FocusHeading } from "#components/imports/focus-heading.tsx"
import { ResultActions, ResultCountList } from "#components/imports/import-result.tsx"
import { stepHref, stepOf } from "#components/imports/import-steps.ts"
import { ProblemList } from "#components/imports/problem-list.tsx"
import { RefreshWhile } from "#components/imports/refresh-while.tsx"
import { resultSentence, undoWords } from "#components/imports/result-sentence.ts"
import { RunFacts } from "#components/imports/run-facts.tsx"
import { runStates } from "#components/imports/run-states.ts"
import { scoresSentence } from "#components/imports/scores-sentence.ts"
import { SentenceList } from "#components/imports/sentence-list.tsx"
import { ToldNote } from "#components/imports/told-note.tsx"
import { whatStays } from "#components/imports/what-stays.ts"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { publishedModels } from "#db/queries/health.ts"
import { type ImportRunRow, rememberedMapping } from "#db/queries/imports.ts"
import { isFirstModelSince } from "#db/queries/is-first-model-since.ts"
import type { Caller } from "#lib/access/caller.ts"
import { formatInstant } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { deskRead } from "#lib/server/desk/open-desk.ts"
import { headerSha256 } from "#lib/server/imports/header-sha256.ts"
import { isLeftAlone } from "#lib/server/imports/is-left-alone.ts"
import { openRun, type RunParams } from "./open-run.ts"

type Props = {
  params: Promise<RunParams>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await openRun((await params).run_id)
  return { title: opened?.run.fileName ?? "Import" }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const opened = await openRun((await params).run_id)
  if (!opened) return <NotAllowed title="Import" permission="import.write" />
  const { desk, run } = opened
  const step = stepOf(run.state)
  const search = await searchParams
  const { told } = search
  if (step)
    redirect(
      typeof told === "string"
        ? `${stepHref(run.id, step)}?told=${encodeURIComponent(told)}`
        : stepHref(run.id, step),
    )
  const { caller, timeZone, workspaceName } = desk
  const place = { now: caller.now, timeZone }
  const isStuck = await isLeftAlone(caller, run)
  // The time for an undo runs by the real clock, whatever the business time.
  const now = new Date()
  const mayUndo =
    isStuck ||
    ((run.state === "done" || run.state === "failed") && run.undoUntil !== null && run.undoUntil > now)
  const scores = run.state === "done" && run.signals > 0 ? await scoresOf(caller, run) : null
  const stays = run.state === "undone" ? await stayingOf(caller, run) : []
  const problems = run.problems.filter(({ severity }) => severity === "error")
  const warnings = run.problems.filter(({ severity }) => severity === "warning")
  return (
    <>
      <PageHead
        title={<bdi>{run.fileName}</bdi>}
        answer={resultSentence(run, workspaceName)}
        asOf={
          isStuck
            ? "The undo stopped in the middle. Undo again to go on with it."
            : run.finishedAt && `Finished ${formatInstant(run.finishedAt, place)}.`
        }
        actions={
          <ResultActions
            runId={run.id}
            kind={run.kind}
            state={run.state}
            mayUndo={mayUndo}
            takesBack={undoWords(run)}
          />
        }
      />
      <LeftOutNote search={search} understood={{ told }} />
      <FocusHeading />
      {run.state === "undoing" && <RefreshWhile seconds={isStuck ? 10 : 1} />}
      <ToldNote told={told} />
      <Panel
        title="What it did"
        actions={<StatusMark status={runStates[run.state].status}>{runStates[run.state].word}</StatusMark>}
      >
        <div className="flex flex-col gap-4">
          <ResultCountList counts={run} />
          {scores && <p className="max-w-[75ch] text-14 wrap-anywhere">{scores}</p>}
          <RunFacts run={run} mayUndo={mayUndo} place={place} />
        </div>
      </Panel>
      {stays.length > 0 && (
        <Panel title="What stays">
          <SentenceList label="What stays" sentences={stays} />
        </Panel>
      )}
      {run.rejected > 0 && run.state !== "undone" && (
        <Panel
          title={`${formatCount(run.rejected, "row was", "rows were")} left out`}
          subtitle="Download them with the problem and its fix beside each row, mend them, and import that file."
        >
          <a
            href={`/imports/${run.id}/rejected-rows`}
            download
            className="text-14 underline decoration-control underline-offset-3 hover:decoration-ink"
          >
            Download the rejected rows (CSV)
          </a>
          {run.rejected > importLimits.rejectedRows && (
            <p className="mt-2 text-13 text-ink-2">
              {`The file holds about the first ${formatNumber(importLimits.rejectedRows)} of them; the others are only counted.`}
            </p>
          )}
        </Panel>
      )}
      <ProblemList kind={run.kind} problems={problems} warnings={warnings} action={null} useOf={new Map()} />
    </>
  )
}

const scoresOf = (caller: Caller, run: ImportRunRow): Promise<string | null> =>
  deskRead(caller, async (tx) => {
    const models = await publishedModels(tx, caller)
    return scoresSentence({
      measures: run.report?.plan?.measures ?? [],
      scored:
        models.length > 0 ? new Set(models.flatMap((model) => model.measures.map(({ key }) => key))) : null,
      isFirst: await isFirstModelSince(tx, caller, run.startedAt),
    })
  })

const stayingOf = (caller: Caller, run: ImportRunRow): Promise<string[]> =>
  deskRead(caller, async (tx) => {
    const header = run.report?.plan?.headers
    const key = header && { kind: run.kind, headerSha256: headerSha256(header) }
    return whatStays({
      ...run,
      isMappingKept: key !== undefined && (await rememberedMapping(tx, caller, key)) !== null,
      hasBroughtModel: run.signals > 0 && (await isFirstModelSince(tx, caller, run.startedAt)),
    })
  })
