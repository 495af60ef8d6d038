import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AdminLinks } from "#components/admin/admin-links.tsx"
import { SessionsTable } from "#components/admin/sessions-table.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { openSessions } from "#db/queries/members.ts"
import { can } from "#lib/access/policy.ts"
import { formatInstant } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { browserWords } from "#lib/people/browser-words.ts"
import { sessionsAnswer } from "#lib/people/sessions-answer.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { endOpenSessions } from "../actions.ts"

export const metadata: Metadata = { title: "Sessions" }

export default async function SessionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("account.read", "/admin/sessions", search)
  if (desk.missing) return <NotAllowed title="Sessions" permission={desk.missing} />
  const { caller, timeZone, role } = desk
  const place = { now: caller.now, timeZone }
  const ofAll = can(caller, "session.revoke_any")
  const sessions = await deskRead(caller, (tx) => openSessions(tx, caller, { ofAll }))
  const rows = sessions.map(({ userAgent, createdAt, lastSeenAt, expiresAt, ...session }) => ({
    ...session,
    browser: browserWords(userAgent),
    since: formatInstant(createdAt, place),
    lastSeen: formatInstant(lastSeenAt, place),
    ends: formatInstant(expiresAt, place),
    isThis: session.sessionId === caller.sessionId,
  }))
  const own = rows.filter(({ loginId }) => loginId === caller.actor.loginId)
  const others = rows.filter(({ loginId }) => loginId !== caller.actor.loginId)
  return (
    <>
      <AdminLinks role={role} here="sessions" />
      <PageHead
        title="Sessions"
        answer={sessionsAnswer(sessions, ofAll)}
        asOf={`As of ${formatInstant(caller.now, place)}. A session ends by itself 24 hours after it was last used.`}
      />
      <LeftOutNote search={search} understood={{}} />
      <Panel
        title={`${formatCount(own.length, "session")} of yours`}
        subtitle="In every workspace. End one that you do not know."
      >
        <SessionsTable caption="Your sessions" rows={own} endAction={endOpenSessions} />
      </Panel>
      {ofAll && others.length > 0 && (
        <Panel
          title={`${formatCount(others.length, "session")} of others`}
          subtitle="In this workspace. Whoever used it signs in again; who shall not is shut out under People."
        >
          <SessionsTable caption="Sessions of others" rows={others} endAction={endOpenSessions} />
        </Panel>
      )}
    </>
  )
}
