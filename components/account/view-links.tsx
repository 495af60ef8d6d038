import Link from "next/link"

const views = [
  { view: "csm", label: "CSM view", search: "" },
  { view: "exec", label: "Exec view", search: "?view=exec" },
] as const

export type AccountView = (typeof views)[number]["view"]

/** Two layouts of the same account: everything before a call, or one screen. */
export function ViewLinks({ slug, view }: { slug: string; view: AccountView }) {
  return (
    <nav aria-label="Layout of this page" className="flex gap-1">
      {views.map((each) => (
        <Link
          key={each.view}
          href={`/accounts/${encodeURIComponent(slug)}${each.search}`}
          prefetch={false}
          aria-current={each.view === view ? "page" : undefined}
          className={`inline-flex h-8 items-center rounded-control px-3 text-13 ${each.view === view ? "bg-sunken font-medium text-ink" : "text-ink-2 hover:bg-sunken hover:text-ink"}`}
        >
          {each.label}
        </Link>
      ))}
    </nav>
  )
}
