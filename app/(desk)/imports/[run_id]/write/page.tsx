import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { FocusHeading } from "#components/imports/focus-heading.tsx"
import { ImportStepper } from "#components/imports/import-stepper.tsx"
import { isSilent } from "#components/imports/is-silent.ts"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { ProgressBar } from "#components/imports/progress-bar.tsx"
import { RefreshWhile } from "#components/imports/refresh-while.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { openRun, type RunParams } from "../open-run.ts"

export const metadata: Metadata = { title: "Writing" }

export default async function WritePage({ params }: { params: Promise<RunParams> }) {
  const opened = await openRun((await params).run_id)
  if (!opened) return <NotAllowed title="Writing" permission="import.write" />
  const { desk, run } = opened
  if (run.state !== "writing") redirect(`/imports/${run.id}`)
  const isStuck = isSilent(run.heartbeatAt, new Date())
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
            ? "Nothing was heard of the worker for 30 seconds. It may be stopped; resume once it runs again."
            : "You can leave this page: the writing goes on without it."
        }
        actions={
          isStuck && (
            <PostForm action={`/imports/${run.id}/start`} label="Resume">
              <PostButton pendingLabel="Resuming…">Resume</PostButton>
            </PostForm>
          )
        }
      />
      <FocusHeading />
      <RefreshWhile />
      <Panel title={run.writtenThrough === 0 ? "Waiting for the worker" : "Being written"}>
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
