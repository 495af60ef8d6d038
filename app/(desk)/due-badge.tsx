import { NavBadge } from "#components/ui/nav-badge.tsx"
import { formatCount } from "#lib/format/plural.ts"
import type { Session } from "#lib/server/auth/session.ts"
import { dueNow } from "./home/due-now.ts"

/** How many things are due now, beside Home in the navigation; nothing when none is. Read beside the page. */
export async function DueBadge(who: Pick<Session, "caller" | "timeZone" | "currency">) {
  // The navigation stands without it: who cannot be told the number sees none.
  const due = await dueNow(who).catch(() => 0)
  return due > 0 && <NavBadge count={due} words={`${formatCount(due, "thing")} due today`} />
}
