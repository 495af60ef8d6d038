import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AdminLinks } from "#components/admin/admin-links.tsx"
import { LoginsTable } from "#components/admin/logins-table.tsx"
import { PersonForm } from "#components/admin/person-form.tsx"
import { RequestsTable } from "#components/admin/requests-table.tsx"
import { RoleMatrix } from "#components/admin/role-matrix.tsx"
import { SkillGrid } from "#components/admin/skill-grid.tsx"
import { StaffTable } from "#components/admin/staff-table.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { openRequests } from "#db/queries/access-requests.ts"
import { lastChange } from "#db/queries/last-change.ts"
import { members } from "#db/queries/members.ts"
import { skillLevels, staff, teamChoices } from "#db/queries/people.ts"
import { can } from "#lib/access/policy.ts"
import { roles } from "#lib/access/roles.ts"
import { waitingRequests } from "#lib/access/waiting-requests.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import { peopleAnswer } from "#lib/people/people-answer.ts"
import { positions } from "#lib/people/schema.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { answerRequest } from "../../access-actions.ts"
import { changeLogin, changeStaff, setLevel } from "../actions.ts"

export const metadata: Metadata = { title: "People" }

export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("people.write", "/admin/people", search)
  if (desk.missing) return <NotAllowed title="People" permission={desk.missing} />
  const { caller, timeZone, role } = desk
  const place = { now: caller.now, timeZone }
  const today = dayOf(caller.now, timeZone)
  const mayGrant = can(caller.actor, "member.write")
  const asked = typeof search.person === "string" ? search.person : null
  const { logins, requests, people, teams, skills, levels, changed } = await deskRead(caller, async (tx) => ({
    logins: await members(tx, caller),
    requests: mayGrant ? await openRequests(tx, caller) : [],
    people: await staff(tx, caller, { today }),
    teams: await teamChoices(tx, caller),
    changed: asked === null ? null : await lastChange(tx, caller, { type: "person.changed", caseId: asked }),
    ...(await skillLevels(tx, caller, { today })),
  }))
  const rows = logins.map(({ disabledAt, lastSeenAt, ...login }) => ({
    ...login,
    isDisabled: disabledAt !== null,
    lastSeen: lastSeenAt && formatInstant(lastSeenAt, place),
  }))
  const waiting = waitingRequests(requests, rows).map(({ askedAt, ...request }) => ({
    ...request,
    asked: formatInstant(askedAt, place),
  }))
  const ofPerson = Map.groupBy(levels, ({ personId }) => personId)
  const levelsOf = (personId: string) => {
    const own = new Map(ofPerson.get(personId)?.map(({ skillId, level }) => [skillId, level]))
    return skills.map(({ id }) => own.get(id) ?? 0)
  }
  const chosen = people.find(({ id }) => id === asked)
  const fte = people.reduce((sum, person) => sum + person.fte, 0)
  return (
    <>
      <LiveScope accountIds={[]} />
      <AdminLinks role={role} here="people" />
      <PageHead
        title="People"
        answer={peopleAnswer(rows, waiting.length)}
        asOf={`As of ${formatInstant(caller.now, place)}.`}
      />
      <LeftOutNote search={search} understood={{ person: chosen }} />
      {waiting.length > 0 && (
        <Panel
          id="requests"
          title={formatCount(waiting.length, "request for access", "requests for access")}
          subtitle="The longest waiting first. The least role that allows it grants it, from the next click on. Both answers can be undone."
        >
          <RequestsTable rows={waiting} changeAction={changeLogin} answerAction={answerRequest} />
        </Panel>
      )}
      <Panel
        title={formatCount(rows.length, "login")}
        subtitle="A role counts from the next click on. Who is shut out loses all sessions here at once."
      >
        <LoginsTable rows={rows} changeAction={mayGrant ? changeLogin : undefined} />
      </Panel>
      <Panel
        title={`${formatCount(roles.length, "role")} and what they may do`}
        subtitle="The same table guards every page, command and endpoint."
      >
        <RoleMatrix />
      </Panel>
      {chosen && (
        <Panel
          id="person"
          title={<bdi>{chosen.name}</bdi>}
          subtitle="Changes count at once and can be undone."
        >
          <PersonForm
            key={chosen.id}
            personId={chosen.id}
            name={chosen.name}
            stored={{
              position: chosen.position,
              teamId: chosen.teamId,
              managerId: chosen.managerId,
              fte: chosen.fte,
            }}
            changedBy={changed && { who: changed.who, when: formatInstant(changed.at, place) }}
            teams={teams}
            managers={people.filter(({ id }) => id !== chosen.id)}
            positions={positions}
            saveAction={changeStaff}
          />
        </Panel>
      )}
      {people.length > 0 ? (
        <Panel
          title={`${formatCount(people.length, "person works", "people work")} here, ${formatNumber(fte, 1)} full-time`}
          subtitle={`Today. FTE is the share of a full week; a name opens what can be changed.`}
        >
          <StaffTable
            rows={people.map((person) => ({ ...person, skills: ofPerson.get(person.id)?.length ?? 0 }))}
          />
        </Panel>
      ) : (
        <EmptyState title="The people of this workspace will be here.">
          An import of accounts names their owners; one of people names teams, managers and skills.
        </EmptyState>
      )}
      {people.length > 0 && skills.length > 0 && (
        <Panel
          title={`${formatCount(levels.length, "level")} of ${formatCount(skills.length, "skill")}`}
          subtitle="0 has it not, 1 learns, 2 works with help, 3 works alone, 4 helps others, 5 sets the standard. Arrows move, a digit sets, Enter offers the words."
        >
          <SkillGrid
            skills={skills}
            rows={people.map(({ id, name }) => ({ personId: id, name, levels: levelsOf(id) }))}
            setAction={setLevel}
          />
        </Panel>
      )}
    </>
  )
}
