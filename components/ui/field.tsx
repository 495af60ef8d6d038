/** Label above, hint below it, the message of a refused value in the same words as the summary. */
export function Field({
  id,
  label,
  hint,
  error,
  isLabelHidden = false,
  children,
}: {
  id: string
  label: string
  hint?: React.ReactNode
  error?: string | undefined
  isLabelHidden?: boolean
  children: React.ReactNode
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-13 font-medium"}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-muted">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="text-13 text-act-text">
          {error}
        </p>
      )}
    </div>
  )
}

/** The ids that describe a control: its hint, then its message. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(" ") : undefined
}

/** The look of every control one types or chooses in. */
export const controlLook =
  "h-8 rounded-control border border-control bg-surface px-2 text-14 text-ink placeholder:text-muted aria-invalid:border-act-mark aria-invalid:border-2"
