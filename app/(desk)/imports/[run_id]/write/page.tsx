import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { FocusHeading } from "#components/imports/focus-heading.tsx"
import { ImportStepper } from "#components/imports/import-stepper.tsx"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { ProgressBar } from "#components/imports/progress-bar.tsx"
import { RefreshWhile } from "#components/imports/refresh-while.tsx"
import { undoWords } from "#components/imports/result-sentence.ts"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { isLeftAlone } from "#lib/server/imports/is-left-alone.ts"
import { openRun, type RunParams } from "../open-run.ts"

export const metadata: Metadata = { title: "Writing" }

export default async function WritePage({ params }: { params: Promise<RunParams> }) {
  const opened = await openRun((await params).run_id)
  if (!opened) return <NotAllowed title="Writing" permission="import.write" />
  const { desk, run } = opened
  if (run.state !== "writing") redirect(`/imports/${run.id}`)
  const isStuck = await isLeftAlone(desk.caller, run)
  const takesBack = undoWords(run)
  const total = run.report?.rows ?? run.rowsRead
  return (
    <>
      <ImportStepper current="write" />
      <PageHead
        title={
          <>
            Writing <bdi>{run.fileName}</bdi>
          </>
        }
        answer={`The rows are being written into ${desk.workspaceName}, in parts that are there as a whole or not at all.`}
        asOf={
          isStuck
            ? "Nobody is writing right now. Resume to write the rest, or undo what is written."
            : "You can leave this page: the writing goes on without it."
        }
        actions={
          isStuck && (
            <>
              <PostForm action={`/imports/${run.id}/undo`} label="Undo">
                {takesBack && <span className="mr-3 text-13 text-ink-2 tabular-nums">{takesBack}</span>}
                <PostButton pendingLabel="Taking everything back…">Undo this import</PostButton>
              </PostForm>
              <PostForm action={`/imports/${run.id}/start`} label="Resume">
                <PostButton variant="primary" pendingLabel="Resuming…">
                  Resume
                </PostButton>
              </PostForm>
            </>
          )
        }
      />
      <FocusHeading />
      <RefreshWhile seconds={isStuck ? 10 : 1} />
      <Panel
        title={
          isStuck
            ? "Stopped in the middle"
            : run.writtenThrough === 0
              ? "Waiting for the worker"
              : "Being written"
        }
      >
        <div className="flex flex-col gap-3">
          <ProgressBar
            label="Rows written"
            done={Math.min(run.writtenThrough, total)}
            total={total}
            noun="rows"
          />
          <p className="text-13 text-ink-2">
            <TextLink href="/imports">All imports</TextLink>
          </p>
        </div>
      </Panel>
    </>
  )
}
