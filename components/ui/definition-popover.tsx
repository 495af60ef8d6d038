import { useId } from "react"

/** How a number is made: what it means, its formula, where it comes from. Opens without script, Esc closes it. */
export function DefinitionPopover({
  term,
  facts,
  children,
}: {
  term: string
  facts?: readonly { readonly label: string; readonly value: React.ReactNode }[]
  children: React.ReactNode
}) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`How is ${term} computed?`}
        className="ml-1 inline-flex size-6 items-center justify-center rounded-tag align-middle text-muted hover:bg-sunken hover:text-ink print:hidden"
      >
        <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" fill="none">
          <circle cx="7" cy="7" r="5.9" stroke="currentColor" strokeWidth="1.2" />
          <path d="M7 6.3v3.6M7 4v.1" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`How ${term} is computed`}
        className="definition max-w-[min(26rem,calc(100vw-2rem))] rounded-panel bg-surface p-4 text-left text-13 font-normal whitespace-normal text-ink shadow-overlay"
      >
        <p className="text-14 font-semibold">{term}</p>
        <div className="mt-1 flex flex-col gap-2 text-ink-2">{children}</div>
        {facts && facts.length > 0 && (
          <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            {facts.map((fact) => (
              <div key={fact.label} className="contents">
                <dt className="text-muted">{fact.label}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </>
  )
}
