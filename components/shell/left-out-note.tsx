import { leftOut, type Search } from "#lib/urls/left-out.ts"

/** Says which parameters of the address the page dropped; nothing when it could read them all. */
export function LeftOutNote({
  search,
  understood,
}: {
  search: Search
  /** Every parameter that the page knows, with what it made of it. */
  understood: Readonly<Record<string, unknown>>
}) {
  const parts = leftOut(search, understood)
  if (parts.length === 0) return null
  return (
    <p role="status" className="text-13 text-muted print:hidden">
      Left out of the link:{" "}
      {parts.map((part, place) => (
        <span key={part}>
          {place > 0 && ", "}
          <bdi className="font-medium wrap-anywhere">{part}</bdi>
        </span>
      ))}
      .
    </p>
  )
}
