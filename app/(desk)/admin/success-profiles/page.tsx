import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { AdminLinks } from "#components/admin/admin-links.tsx"
import { ProfileEditor } from "#components/admin/profile-editor.tsx"
import { ProfilesTable } from "#components/admin/profiles-table.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { lastChange } from "#db/queries/last-change.ts"
import { skillLevels } from "#db/queries/people.ts"
import { successProfiles } from "#db/queries/success-profiles.ts"
import { can } from "#lib/access/policy.ts"
import { segments } from "#lib/accounts/schema.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { profilesAnswer } from "#lib/people/profiles-answer.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { addProfile } from "../actions.ts"

export const metadata: Metadata = { title: "Success profiles" }

export default async function SuccessProfilesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("account.read", "/admin/success-profiles", search)
  if (desk.missing) return <NotAllowed title="Success profiles" permission={desk.missing} />
  const { caller, timeZone, role } = desk
  const place = { now: caller.now, timeZone }
  const mayWrite = can(caller, "health.model.write")
  const { profiles, skills, known, changed } = await deskRead(caller, async (tx) => {
    const all = await successProfiles(tx, caller)
    // An address may name a version that has a newer one by now.
    const named = mayWrite ? all.find(({ id }) => id === search.profile)?.name : undefined
    const newest = all.find(({ name, isInForce }) => isInForce && name === named) ?? null
    const type = "success_profile.versioned"
    return {
      profiles: all,
      skills: (await skillLevels(tx, caller, { today: dayOf(caller.now, timeZone) })).skills,
      known: newest,
      changed: newest && (await lastChange(tx, caller, { type, caseId: newest.id })),
    }
  })
  const rows = profiles.map((profile) => ({ ...profile, made: formatInstant(profile.madeAt, place) }))
  const inForce = rows.filter(({ isInForce }) => isInForce)
  const earlier = rows.filter(({ isInForce }) => !isInForce)
  return (
    <>
      <LiveScope accountIds={[]} />
      <AdminLinks role={role} here="success-profiles" />
      <PageHead
        title="Success profiles"
        answer={profilesAnswer(inForce)}
        asOf={`As of ${formatInstant(caller.now, place)}. The newest version of a profile is in force.`}
      />
      <LeftOutNote search={search} understood={{ profile: known }} />
      {inForce.length > 0 ? (
        <Panel
          title={`${formatCount(inForce.length, "profile")} in force`}
          subtitle={
            mayWrite
              ? "A name opens the form for its next version. A profile speaks of the accounts of its segment, unless they were given another."
              : "Goals, rhythm, effort and skills, for the accounts of the segment, unless they were given another."
          }
        >
          <ProfilesTable caption="Success profiles in force" rows={inForce} opens={mayWrite} />
        </Panel>
      ) : (
        <EmptyState title="Success profiles will be here.">
          A profile names the goals of a kind of account, how often somebody is in touch, how many hours a
          month it takes and which skills.
        </EmptyState>
      )}
      {mayWrite && (
        <Panel
          id="profile"
          title={known ? <bdi>{`${known.name}, version ${known.version + 1}`}</bdi> : "A new profile"}
          subtitle={known ? "Version by version: the earlier ones stay as they are." : "Its first version."}
          actions={
            known && <ButtonLink href="/admin/success-profiles#profile">New profile instead</ButtonLink>
          }
        >
          <ProfileEditor
            key={known?.name ?? ""}
            known={known}
            changedBy={changed && { who: changed.who, when: formatInstant(changed.at, place) }}
            skills={skills.map(({ name }) => name)}
            segments={segments}
            addAction={addProfile}
          />
        </Panel>
      )}
      {earlier.length > 0 && (
        <Panel title={formatCount(earlier.length, "earlier version")} subtitle="They are never changed.">
          <ProfilesTable caption="Earlier versions" rows={earlier} opens={false} />
        </Panel>
      )}
    </>
  )
}
