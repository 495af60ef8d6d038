import { formatCount } from "#lib/format/plural.ts"
import type { SyncRunState } from "#lib/imports/schema.ts"

/** Whether an import waits for somebody, in one sentence about the rows of the list. */
export function importsAnswer(
  rows: readonly { readonly state: SyncRunState; readonly fileName: string }[],
  { isFirstPage, hasMore }: { isFirstPage: boolean; hasMore: boolean },
): string | undefined {
  if (rows.length === 0) return undefined
  const count = hasMore
    ? `The newest ${formatCount(rows.length, "import")}`
    : formatCount(rows.length, "import")
  const which = isFirstPage ? count : `Older imports`
  const stopped = rows.filter(({ state }) => state === "failed")
  if (stopped[0])
    return `${which}. ${stopped.length === 1 ? `“${stopped[0].fileName}” stopped` : `${formatCount(stopped.length, "import")} stopped`} in the middle: resume or undo.`
  const open = rows.filter(({ state }) => state === "draft" || state === "checked")
  if (open.length > 0)
    return `${which}. ${formatCount(open.length, "file waits", "files wait")} to be checked and written.`
  return `${which}. None waits for anybody.`
}
