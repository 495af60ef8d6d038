import { FreshnessLink } from "#components/shell/freshness-link.tsx"
import { sourceStandings } from "#db/queries/source-standings.ts"
import { can } from "#lib/access/policy.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { freshnessMark } from "#lib/quality/freshness-mark.ts"
import type { SourceStanding } from "#lib/quality/source-standing.ts"
import type { Session } from "#lib/server/auth/session.ts"
import { sharedDeskRead } from "#lib/server/desk/open-desk.ts"
import { partRead } from "#lib/server/desk/part-read.ts"
import { sharedRead } from "#lib/server/desk/shared-read.ts"

type Standings = { name: string; standing: SourceStanding }[]
const share = sharedRead<Standings>()
/** The bar stands above every page, and must take none with it. */
const standingsPart = partRead<Standings>("freshness", (standings) => freshnessMark(standings).words)

/** How fresh the data of the workspace is, for the bar; read beside the page, never before it. */
export async function FreshnessOfDesk({ caller, timeZone }: Pick<Session, "caller" | "timeZone">) {
  if (!can(caller, "data.read")) return null
  const today = dayOf(caller.now, timeZone)
  const part = await standingsPart(caller, () =>
    sharedDeskRead({ caller, share, key: [] }, (tx) => sourceStandings(tx, caller, { today, timeZone })),
  )
  if (part.ok) return <FreshnessLink {...freshnessMark(part.value)} />
  const since = formatInstant(part.since, { now: caller.now, timeZone })
  return <FreshnessLink state={null} words={`Freshness not known since ${since}`} />
}
