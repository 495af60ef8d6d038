import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { accept, type Outcome } from "#lib/outcome.ts"
import {
  decideProfileVersion,
  type ProfileContent,
  type ProfileDraft,
  type ProfileRefusal,
} from "#lib/people/success-profile.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { Db } from "../client.ts"
import { successProfile } from "../schema/people.ts"
import { record } from "./record.ts"

/** Makes the next version of a success profile, or the first of a new one. Earlier versions stay as they are. */
export async function addProfileVersion(
  on: Db,
  caller: Caller,
  draft: ProfileDraft,
): Promise<Outcome<{ version: number }, ProfileRefusal>> {
  assertCan(caller, "health.model.write")
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 48))`)
  const [newest] = await on.execute<ProfileContent & { version: number }>(sql`
    select version, segment, goals, skills, language, cadence_days as "cadenceDays",
      effort_hours_per_month::float8 as "effortHoursPerMonth"
    from success_profile where workspace_id = ${caller.workspaceId} and name = ${draft.name}
    order by version desc limit 1`)
  const decided = decideProfileVersion(newest ? { version: newest.version, content: newest } : null, draft)
  if (!decided.ok) return decided
  const { version, changes } = decided.value
  const id = newId()
  await on.insert(successProfile).values({
    workspaceId: caller.workspaceId,
    id,
    name: draft.name,
    version,
    segment: draft.segment,
    goals: draft.goals,
    skills: draft.skills,
    language: draft.language,
    cadenceDays: draft.cadenceDays,
    effortHoursPerMonth: String(draft.effortHoursPerMonth),
  })
  await record(on, caller, {
    type: "success_profile.versioned",
    caseType: "success_profile",
    caseId: id,
    payload: { accountIds: [], name: draft.name, version, changes: [...changes] },
  })
  return accept({ version })
}
