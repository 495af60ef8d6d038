/** Nothing is here: said plainly, with what would be here or what happened last, and at most one way on. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: React.ReactNode
  action?: React.ReactNode
}) {
  return (
    <div className="flex flex-col items-start gap-2 py-4">
      <p className="text-14 font-medium">{title}</p>
      {children && <div className="max-w-[75ch] text-14 text-ink-2">{children}</div>}
      {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
