import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { SectionList } from "#components/admin/section-list.tsx"
import { type AdminSection, adminHref, adminSections } from "#components/admin/sections.ts"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { openRequests } from "#db/queries/access-requests.ts"
import { adminFacts } from "#db/queries/admin-facts.ts"
import { auditRows } from "#db/queries/audit.ts"
import { members, openSessions } from "#db/queries/members.ts"
import { can } from "#lib/access/policy.ts"
import { waitingRequests } from "#lib/access/waiting-requests.ts"
import { eventTitle } from "#lib/audit/event-words.ts"
import { formatInstant } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { adminAnswer } from "#lib/people/admin-answer.ts"
import { peopleFact } from "#lib/people/people-answer.ts"
import { sessionsAnswer } from "#lib/people/sessions-answer.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"

export const metadata: Metadata = { title: "Admin" }

export default async function AdminPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("account.read", "/admin", search)
  if (desk.missing) return <NotAllowed title="Admin" permission={desk.missing} />
  const { caller, timeZone, role } = desk
  const place = { now: caller.now, timeZone }
  const ofAll = can(caller, "session.revoke_any")
  const { facts, logins, requests, sessions, newest } = await deskRead(caller, async (tx) => ({
    facts: await adminFacts(tx, caller),
    logins: can(caller, "people.write") ? await members(tx, caller) : [],
    requests: can(caller, "member.write") ? await openRequests(tx, caller) : [],
    sessions: await openSessions(tx, caller, { ofAll }),
    newest: can(caller, "audit.read")
      ? (await auditRows(tx, caller, { query: {}, timeZone, limit: 1 })).rows[0]
      : undefined,
  }))
  const people = logins.map(({ disabledAt, ...login }) => ({ ...login, isDisabled: disabledAt !== null }))
  const waiting = waitingRequests(requests, people)
  const factOf: Readonly<Record<AdminSection["key"], string>> = {
    people: `${peopleFact(people)}; ${formatCount(facts.people, "person", "people")} with ${formatCount(facts.skills, "skill")} on file`,
    "success-profiles": facts.profiles > 0 ? `${facts.profiles} in force` : "None yet",
    "health-model":
      facts.models.map(({ name, version }) => `${name}, version ${version}`).join("; ") || "None yet",
    sessions: sessionsAnswer(sessions, ofAll),
    audit: newest
      ? `${eventTitle(newest.type)}, by ${newest.who}, ${formatInstant(newest.at, place)}`
      : "Nothing yet",
  }
  const rows = [
    ...adminSections
      .filter(({ permission }) => can(caller, permission))
      .map(({ key, title, question }) => ({ href: adminHref({ key }), title, question, fact: factOf[key] })),
    {
      href: "/data",
      title: "Sources",
      question: "Where do the numbers come from, and can they be trusted?",
      fact: formatCount(facts.sources, "source"),
    },
  ]
  return (
    <>
      <PageHead
        title="Admin"
        answer={adminAnswer({
          role,
          logins: can(caller, "people.write") ? people : null,
          waiting: waiting.length,
          pages: rows.length,
        })}
        asOf={`As of ${formatInstant(caller.now, place)}.`}
      />
      <LeftOutNote search={search} understood={{}} />
      <Panel title="Pages" subtitle="Each answers one question.">
        <SectionList caption="Pages of Admin" rows={rows} />
      </Panel>
    </>
  )
}
