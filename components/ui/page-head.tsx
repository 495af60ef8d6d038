/** The page's name, the one sentence that answers its question, and the moment its numbers are of. */
export function PageHead({
  title,
  answer,
  asOf,
  actions,
}: {
  title: React.ReactNode
  answer?: React.ReactNode
  asOf?: React.ReactNode
  actions?: React.ReactNode
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-20 font-semibold wrap-anywhere">{title}</h1>
        {answer && <p className="max-w-[75ch] text-14 text-ink wrap-anywhere">{answer}</p>}
        {asOf && <p className="text-13 text-muted">{asOf}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </header>
  )
}
