import { useId } from "react"

/** Groups what belongs together under a finding. Never a panel inside a panel. */
export function Panel({
  title,
  subtitle,
  actions,
  id,
  children,
}: {
  title: React.ReactNode
  subtitle?: React.ReactNode
  actions?: React.ReactNode
  id?: string
  children?: React.ReactNode
}) {
  const titleId = useId()
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="min-w-0 rounded-panel border border-hairline bg-surface p-4"
    >
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 id={titleId} className="text-16 font-semibold">
            {title}
          </h2>
          {subtitle && <p className="max-w-[75ch] text-13 text-muted">{subtitle}</p>}
        </div>
        {actions && <div className="flex shrink-0 gap-2 print:hidden">{actions}</div>}
      </div>
      {children && <div className="mt-3">{children}</div>}
    </section>
  )
}
