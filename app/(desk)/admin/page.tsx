import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AdminLinks } from "#components/admin/admin-links.tsx"
import { SectionList } from "#components/admin/section-list.tsx"
import { type AdminSection, adminHref, adminSections } from "#components/admin/sections.ts"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { openRequests } from "#db/queries/access-requests.ts"
import { adminFacts } from "#db/queries/admin-facts.ts"
import { members, openSessions } from "#db/queries/members.ts"
import { sourceStandings } from "#db/queries/source-standings.ts"
import { can } from "#lib/access/policy.ts"
import { waitingRequests } from "#lib/access/waiting-requests.ts"
import { changedTodayWords } from "#lib/audit/audit-answer.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { adminAnswer } from "#lib/people/admin-answer.ts"
import { peopleFact, waitingWords } from "#lib/people/people-answer.ts"
import { sessionsAnswer } from "#lib/people/sessions-answer.ts"
import { changedToday } from "#lib/server/audit/changed-today.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { freshnessWords } from "#lib/today/freshness-words.ts"

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
  const { facts, logins, requests, sessions, sources, changed } = await deskRead(caller, async (tx) => ({
    facts: await adminFacts(tx, caller),
    logins: can(caller, "people.write") ? await members(tx, caller) : [],
    requests: can(caller, "member.write") ? await openRequests(tx, caller) : [],
    sessions: await openSessions(tx, caller, { ofAll }),
    sources: await sourceStandings(tx, caller, { today: dayOf(caller.now, timeZone), timeZone }),
    changed: can(caller, "audit.read") ? await changedToday(tx, caller, timeZone) : null,
  }))
  const people = logins.map(({ disabledAt, ...login }) => ({ ...login, isDisabled: disabledAt !== null }))
  const waiting = waitingRequests(requests, people)
  const factOf: Readonly<Record<AdminSection["key"], string>> = {
    people: `${peopleFact(people)}; ${formatCount(facts.people, "person", "people")} with ${formatCount(facts.skills, "skill")} on file`,
    "success-profiles": facts.profiles > 0 ? `${facts.profiles} in force` : "None yet",
    "health-model":
      facts.models.map(({ name, version }) => `${name}, version ${version}`).join("; ") || "None yet",
    sessions: sessionsAnswer(sessions, ofAll),
    audit: changed ? changedTodayWords(changed) : "",
  }
  const rows = [
    ...adminSections
      .filter(({ permission }) => can(caller, permission))
      .map(({ key, title, question }) => ({ href: adminHref({ key }), title, question, fact: factOf[key] })),
    {
      href: "/data",
      title: "Sources",
      question: "Where do the numbers come from, and can they be trusted?",
      fact: `${formatCount(facts.sources, "source")}. ${freshnessWords(sources)}`,
    },
  ]
  return (
    <>
      <AdminLinks role={role} here="index" />
      <PageHead
        title="Admin"
        answer={
          <>
            {adminAnswer({
              role,
              logins: can(caller, "people.write") ? people : null,
              pages: rows.length,
            })}{" "}
            {waiting.length > 0 && (
              <TextLink href="/admin/people#requests">{waitingWords(waiting.length)}</TextLink>
            )}
          </>
        }
        asOf={`As of ${formatInstant(caller.now, place)}.`}
      />
      <LeftOutNote search={search} understood={{}} />
      <Panel title="Pages" subtitle="Each answers one question.">
        <SectionList caption="Pages of Admin" rows={rows} />
      </Panel>
    </>
  )
}
