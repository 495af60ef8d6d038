/** A short fact set apart, such as "Demo data". Not a status, not a button. */
export function Chip({ children }: { children: React.ReactNode }) {
  return (
    <span className="inline-flex h-6 items-center whitespace-nowrap rounded-tag bg-sunken px-2 text-12 text-ink-2">
      {children}
    </span>
  )
}
