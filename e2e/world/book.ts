import { recordTouchpoints } from "#db/commands/touchpoints.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { ArrangedAccount } from "./accounts.ts"
import { database } from "./database.ts"
import type { TestWorkspace } from "./workspace.ts"

/** A call with each account, on the day that `dayOf` gives to its place. */
export async function arrangeCalls(
  workspace: TestWorkspace,
  accounts: readonly ArrangedAccount[],
  dayOf: (place: number) => string,
): Promise<void> {
  const admin = workspace.as("admin")
  const touchpoints = accounts.map(({ id, externalId }, place) => ({
    externalId: `touch-${externalId}`,
    accountId: id,
    type: "call" as const,
    happenedAt: new Date(`${dayOf(place)}T10:00:00Z`),
    personExternalId: null,
    contactExternalIds: [],
    note: null,
    nextPlannedOn: null,
  }))
  await inWorkspace(admin, (tx) => recordTouchpoints(tx, admin, { touchpoints }))
}

/** The sign-ins of these roles are the person who owns accounts as "Test csm". */
export async function tieToCsm(
  workspace: TestWorkspace,
  roles: readonly (keyof TestWorkspace["members"])[],
): Promise<void> {
  const logins = roles.map((role) => workspace.members[role].loginId)
  const { owner } = database()
  await owner`
    update membership m set person_id = p.id from person p
    where p.workspace_id = m.workspace_id and p.name = 'Test csm'
      and m.workspace_id = ${workspace.id} and m.login_id in ${owner(logins)}`
}
