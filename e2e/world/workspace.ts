import { frozenNow } from "#e2e/installation.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { type Role, roles } from "#lib/access/roles.ts"
import type { LoginId, WorkspaceId } from "#lib/id.ts"
import { newId } from "#lib/platform/new-id.ts"
import { database } from "./database.ts"

export type Member = {
  readonly loginId: LoginId
  readonly email: string
  readonly name: string
  readonly role: Role
}

export type TestWorkspace = {
  readonly id: WorkspaceId
  readonly slug: string
  readonly name: string
  readonly members: Readonly<Record<Role, Member>>
  /** The caller that the product would make of this member. */
  as(role: Role): Caller
}

export const now = new Date(frozenNow)
export const today = frozenNow.slice(0, 10)

/** A workspace of its own with a sign-in for each of the nine roles; their password is that of the demo people. */
export async function newWorkspace(name = "Test company"): Promise<TestWorkspace> {
  const { owner } = database()
  const id = newId() as WorkspaceId
  const slug = `t-${id}`
  await owner`insert into workspace (id, slug, name, kind) values (${id}, ${slug}, ${name}, 'own')`
  const made = roles.map((role) => ({
    loginId: newId() as LoginId,
    email: `${role}.${id}@journeys.example`,
    name: `Test ${role.replaceAll("_", " ")}`,
    role,
  }))
  for (const { loginId, email, name: personName, role } of made) {
    await owner`
      insert into login (id, email, email_key, name, password_hash)
      select ${loginId}, ${email}, ${email}, ${personName}, password_hash from login where email_key = 'admin@demo.example'`
    await owner`insert into membership (workspace_id, login_id, role) values (${id}, ${loginId}, ${role})`
  }
  const members = Object.fromEntries(made.map((member) => [member.role, member])) as Record<Role, Member>
  return { id, slug, name, members, as: (role) => callerIn(id, members[role]) }
}

/** Lets a member of one workspace into another one as well. */
export async function join(member: Member, workspace: TestWorkspace, role: Role): Promise<void> {
  await database().owner`
    insert into membership (workspace_id, login_id, role) values (${workspace.id}, ${member.loginId}, ${role})`
}

const callerIn = (workspaceId: WorkspaceId, member: Member): Caller =>
  mintCaller({
    workspaceId,
    actor: {
      loginId: member.loginId,
      personId: null,
      name: member.name,
      role: member.role,
      via: "command_line",
    },
    scopes: null,
    sessionId: null,
    requestId: null,
    now,
  })
