import { EmptyState } from "#components/ui/empty-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { StatusShape } from "#components/ui/status-shape.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"

/** Says that the page is a frozen one: of when, kept by whom, and the way to what it shows now. */
export function FrozenBand({
  madeAt,
  author,
  place,
  liveHref,
}: {
  madeAt: Date
  author: string
  place: Place
  liveHref: string
}) {
  return (
    <section
      aria-label="Frozen page"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-panel border border-hairline bg-changed-tint px-4 py-2 text-13 text-ink"
    >
      <StatusShape status="changed" />
      <p>
        <span className="font-medium">As it was on {formatInstant(madeAt, place)}.</span> Kept by{" "}
        <bdi>{author}</bdi>; nothing can be changed here.
      </p>
      <TextLink href={liveHref}>Show it live</TextLink>
    </section>
  )
}

/** A frozen link of which nothing is kept here. */
export function FrozenGone({ title, liveHref }: { title: string; liveHref: string }) {
  return (
    <>
      <PageHead title={title} />
      <EmptyState
        title="Nothing is kept under this frozen link."
        action={<TextLink href={liveHref}>Show the page live</TextLink>}
      >
        It is cut short, belongs to another workspace, or was made by an earlier version of CS-Ops.
      </EmptyState>
    </>
  )
}
