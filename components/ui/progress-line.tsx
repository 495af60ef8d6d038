/** What is shown stays while something newer is on its way; after 300 ms a thin line says so. Stands in a `relative` box. */
export function ProgressLine({ label }: { label: string }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      className="absolute inset-x-0 top-0 h-0.5 animate-late overflow-hidden bg-sunken print:hidden"
    >
      <div className="h-full w-1/3 animate-pass bg-primary forced-colors:bg-[Highlight]" />
    </div>
  )
}
