import { StatusShape } from "#components/ui/status-shape.tsx"

/** Something failed: what, whether work was saved, how to go on, and the id that finds it in the log. */
export function ErrorState({
  title,
  children,
  diagnosticId,
  action,
}: {
  title: string
  children?: React.ReactNode
  diagnosticId?: string | undefined
  action?: React.ReactNode
}) {
  return (
    <div role="alert" className="flex items-start gap-3 rounded-panel border border-hairline bg-surface p-4">
      <span className="mt-0.5">
        <StatusShape status="act" size={16} />
      </span>
      <div className="flex min-w-0 flex-col items-start gap-2">
        <p className="text-14 font-semibold">{title}</p>
        {children && <div className="max-w-[75ch] text-14 text-ink-2">{children}</div>}
        {diagnosticId && (
          <p className="text-13 text-muted">
            Diagnostic id <code className="font-sans text-ink select-all">{diagnosticId}</code>
          </p>
        )}
        {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}
