import { EmptyState } from "#components/ui/empty-state.tsx"

/** Nothing has come yet: what will be here, one action that brings it, and one link to see it with made-up data. */
export function FirstRunState({
  title,
  children,
  action,
  demo,
}: {
  /** "Your accounts will be here" */
  title: string
  children: React.ReactNode
  action: React.ReactNode
  demo?: React.ReactNode
}) {
  return (
    <EmptyState
      title={title}
      action={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {action}
          {demo}
        </div>
      }
    >
      {children}
    </EmptyState>
  )
}
