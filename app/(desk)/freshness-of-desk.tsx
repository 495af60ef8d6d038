import { FreshnessLink } from "#components/shell/freshness-link.tsx"
import { sourceStandings } from "#db/queries/source-standings.ts"
import { can } from "#lib/access/policy.ts"
import { dayOf } from "#lib/format/instant.ts"
import { freshnessMark } from "#lib/quality/freshness-mark.ts"
import type { SourceStanding } from "#lib/quality/source-standing.ts"
import type { Session } from "#lib/server/auth/session.ts"
import { sharedDeskRead } from "#lib/server/desk/open-desk.ts"
import { sharedRead } from "#lib/server/desk/shared-read.ts"

const share = sharedRead<{ name: string; standing: SourceStanding }[]>()

/** How fresh the data of the workspace is, for the bar; read beside the page, never before it. */
export async function FreshnessOfDesk({ caller, timeZone }: Pick<Session, "caller" | "timeZone">) {
  if (!can(caller, "data.read")) return null
  const today = dayOf(caller.now, timeZone)
  const standings = await sharedDeskRead({ caller, share, key: [] }, (tx) =>
    sourceStandings(tx, caller, { today, timeZone }),
  )
  return <FreshnessLink {...freshnessMark(standings)} />
}
