import type { WorkspaceKind } from "#lib/workspaces/schema.ts"

type Choice = { readonly slug: string; readonly name: string; readonly kind: WorkspaceKind }

/**
 * The way to see a page with made-up data, for who is a member of a Demo workspace; nothing for everybody else, and
 * within it. A plain link: another workspace has another frame, and looking ahead must not move anybody.
 */
export function DemoLink({
  workspaces,
  current,
  path,
}: {
  workspaces: readonly Choice[]
  /** The slug of the workspace that the reader is in. */
  current: string
  path: string
}) {
  const demo = workspaces.find(({ kind, slug }) => kind === "demo" && slug !== current)
  if (!demo) return null
  return (
    <a
      href={`${path}?ws=${encodeURIComponent(demo.slug)}`}
      className="rounded-tag text-14 text-ink underline decoration-control decoration-1 underline-offset-3 hover:decoration-ink hover:decoration-2"
    >
      Open the {demo.name} workspace
    </a>
  )
}
