import { formatCount } from "#lib/format/plural.ts"
import type { Problem, SyncRunState } from "#lib/imports/schema.ts"

/** Whether an import waits for somebody, in one sentence about the rows of the list. */
export function importsAnswer(
  rows: readonly {
    readonly state: SyncRunState
    readonly fileName: string
    readonly problems: readonly Pick<Problem, "kind" | "severity">[]
  }[],
  { isFirstPage, hasMore }: { isFirstPage: boolean; hasMore: boolean },
): string {
  if (rows.length === 0)
    return isFirstPage ? "Nothing has been imported yet." : "Nothing was imported before these."
  const count = hasMore
    ? `The newest ${formatCount(rows.length, "import")}`
    : formatCount(rows.length, "import")
  const which = isFirstPage ? count : `Older imports`
  const stopped = rows.filter(({ state }) => state === "failed")
  if (stopped[0])
    return `${which}. ${stopped.length === 1 ? `“${stopped[0].fileName}” stopped` : `${formatCount(stopped.length, "import")} stopped`} in the middle: resume or undo.`
  const checked = rows.filter(({ state }) => state === "checked")
  const unreadable = checked.filter(({ problems }) => problems.some(isOfReading)).length
  const faulty = checked.filter(({ problems }) => problems.some(isError)).length - unreadable
  const writable = checked.length - unreadable - faulty
  const unmapped = rows.filter(({ state }) => state === "draft").length
  const parts = [
    ...(writable > 0 ? [`${formatCount(writable, "file waits", "files wait")} to be written`] : []),
    ...(faulty > 0 ? [formatCount(faulty, "file waits for its repair", "files wait for their repairs")] : []),
    ...(unmapped > 0
      ? [formatCount(unmapped, "file waits for its mapping", "files wait for their mapping")]
      : []),
    ...(unreadable > 0 ? [`${formatCount(unreadable, "file")} could not be read`] : []),
  ]
  return `${which}. ${parts.length > 0 ? parts.join(", ") : "None waits for anybody"}.`
}

const isError = ({ severity }: Pick<Problem, "severity">): boolean => severity === "error"

const isOfReading = ({ kind }: Pick<Problem, "kind">): boolean => kind === "unreadable_file"
