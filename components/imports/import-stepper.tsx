import Link from "next/link"
import { type ImportStep, importSteps, stepHref, stepNames } from "#components/imports/import-steps.ts"

/** The five steps in words: which are done, where one is, and which can be opened. */
export function ImportStepper({
  current,
  runId,
  open = [],
}: {
  current: ImportStep
  runId?: string
  /** Steps that can be gone to; the others are named only. */
  open?: readonly ImportStep[]
}) {
  const here = importSteps.indexOf(current)
  return (
    <nav aria-label="Steps of the import" className="print:hidden">
      <ol className="flex flex-wrap gap-x-1 gap-y-2 text-13">
        {importSteps.map((step, place) => {
          const isDone = place < here
          const isLink = runId && step !== "file" && step !== current && open.includes(step)
          const text = (
            <>
              <span className="tabular-nums">{place + 1}</span> {stepNames[step]}
              {isDone && <span className="text-muted"> done</span>}
            </>
          )
          return (
            <li key={step} className="flex items-center gap-1">
              {place > 0 && (
                <span aria-hidden="true" className="px-1 text-muted">
                  →
                </span>
              )}
              {isLink ? (
                <Link
                  href={stepHref(runId, step)}
                  prefetch={false}
                  className="rounded-tag px-2 py-1 text-ink-2 underline decoration-control decoration-1 underline-offset-3 hover:text-ink hover:decoration-ink"
                >
                  {text}
                </Link>
              ) : (
                <span
                  aria-current={step === current ? "step" : undefined}
                  className="rounded-tag px-2 py-1 text-ink-2 aria-[current=step]:bg-sunken aria-[current=step]:font-medium aria-[current=step]:text-ink forced-colors:aria-[current=step]:underline"
                >
                  {text}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
