"use client"

import { useRouter } from "next/navigation"
import { lazy, Suspense, useState } from "react"
import { useSay, useUndo } from "#components/shell/undo-toast.tsx"
import { Button } from "#components/ui/button.tsx"
import type { Reply, Verb } from "#lib/verb.ts"
import { viewHref } from "#lib/views/current-view.ts"
import type {
  RenameViewInput,
  RewriteViewInput,
  SaveViewInput,
  View,
  ViewInput,
  ViewPage,
} from "#lib/views/schema.ts"

// Comes when it is asked for: most readers name no view.
const ViewsSaveDialog = lazy(() =>
  import("#components/accounts/views-save-dialog.tsx").then(({ ViewsSaveDialog: component }) => ({
    default: component,
  })),
)

type ChangedView = { readonly viewId: string; readonly name: string; readonly query: string }

export type ViewChange =
  | (SaveViewInput & { readonly kind: "save" })
  | (RewriteViewInput & { readonly kind: "rewrite" })
  | (RenameViewInput & { readonly kind: "rename" })
  | (ViewInput & { readonly kind: "remove" | "restore" })

/** Keeps what the page shows as a view, renews a view that was changed, or takes one away. */
export function ViewsActions({
  page,
  query,
  current,
  isChanged,
  mayWriteTeam,
  changeAction,
}: {
  page: ViewPage
  /** What the page shows, as a view keeps it. */
  query: string
  current: View | null
  isChanged: boolean
  mayWriteTeam: boolean
  changeAction: Verb<ViewChange, ChangedView>
}) {
  const router = useRouter()
  const offerUndo = useUndo()
  const say = useSay()
  const [naming, setNaming] = useState<"new" | "rename" | null>(null)
  const go = ({ viewId, query: kept }: { viewId: string; query: string }) =>
    router.push(viewHref(page, { id: viewId, query: kept, name: "", scope: "personal", mayChange: true }))

  const told = async (asked: Promise<Reply<ChangedView>>): Promise<ChangedView | null> => {
    const reply = await asked.catch(() => null)
    if (reply?.ok) return reply.value
    say(reply?.message ?? "The server did not answer. Look again before you repeat it.")
    return null
  }
  const rewrite = async (view: View) => {
    const kept = await told(changeAction({ kind: "rewrite", viewId: view.id, query }))
    if (!kept) return
    go(kept)
    offerUndo({
      words: `View ${kept.name} saved.`,
      undo: () => changeAction({ kind: "rewrite", viewId: view.id, query: view.query }),
    })
  }
  const remove = async (view: View) => {
    const gone = await told(changeAction({ kind: "remove", viewId: view.id }))
    if (!gone) return
    router.push(page)
    offerUndo({
      words: `View ${gone.name} removed.`,
      undo: () => changeAction({ kind: "restore", viewId: view.id }),
    })
  }
  const isKept = current !== null && !isChanged
  return (
    <>
      {current?.mayChange && isChanged && <Button onClick={() => void rewrite(current)}>Save</Button>}
      {current?.mayChange && isKept && (
        <>
          <Button variant="quiet" onClick={() => setNaming("rename")}>
            Rename view
          </Button>
          <Button variant="quiet" onClick={() => void remove(current)}>
            Remove view
          </Button>
        </>
      )}
      {!isKept && (
        <Button variant="quiet" onClick={() => setNaming("new")}>
          Save as view
        </Button>
      )}
      <Suspense>
        {naming === "rename" && current && (
          <ViewsSaveDialog
            before={current.name}
            mayWriteTeam={false}
            onClose={() => setNaming(null)}
            onSave={async ({ name }) => {
              const reply = await changeAction({ kind: "rename", viewId: current.id, name })
              if (reply.ok) {
                setNaming(null)
                offerUndo({
                  words: `View ${current.name} is called ${reply.value.name} now.`,
                  undo: () => changeAction({ kind: "rename", viewId: current.id, name: current.name }),
                })
              }
              return reply
            }}
          />
        )}
        {naming === "new" && (
          <ViewsSaveDialog
            mayWriteTeam={mayWriteTeam}
            onClose={() => setNaming(null)}
            onSave={async (named) => {
              const reply = await changeAction({ kind: "save", page, query, ...named })
              if (reply.ok) {
                setNaming(null)
                go(reply.value)
                offerUndo({
                  words: `View ${reply.value.name} saved.`,
                  undo: () => changeAction({ kind: "remove", viewId: reply.value.viewId }),
                })
              }
              return reply
            }}
          />
        )}
      </Suspense>
    </>
  )
}
