import postgres, { type Sql } from "postgres"
import { emailKey } from "#lib/identity/email-key.ts"
import { newId } from "#lib/platform/new-id.ts"
import { hashPassword, verifyPassword } from "#lib/platform/password-hash.ts"
import { demoPeople } from "./demo-people.ts"

type Input = { ownerUrl: string; demoPassword: string }

const demoSlug = "demo"
const ownSlug = "own"

/**
 * Makes the Demo workspace with its nine sign-ins and the empty workspace for one's own data, once; later
 * calls only bring the demo password up to date. Runs as the owner: sign-ins are closed to the app role.
 */
export async function ensureWorkspaces({ ownerUrl, demoPassword }: Input): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(7261145)`
      const demo = await workspace(tx, { slug: demoSlug, name: "Demo", kind: "demo" })
      const own = await workspace(tx, { slug: ownSlug, name: "My company", kind: "own" })
      const passwordHash = await demoHash(tx, demoPassword)
      for (const { email, name, role } of demoPeople) {
        const login = await loginOf(tx, { email, name, passwordHash })
        await member(tx, demo, login, role)
        if (role === "admin") await member(tx, own, login, role)
      }
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

type Tx = Parameters<Parameters<Sql["begin"]>[1]>[0]

async function workspace(
  tx: Tx,
  { slug, name, kind }: { slug: string; name: string; kind: string },
): Promise<string> {
  await tx`
    insert into workspace (id, slug, name, kind) values (${newId()}, ${slug}, ${name}, ${kind})
    on conflict (slug) do nothing`
  const [row] = await tx<{ id: string }[]>`select id from workspace where slug = ${slug}`
  if (!row) throw new Error(`Workspace ${slug} could not be made.`)
  return row.id
}

/** The stored hash while it still fits the password, so that a later start changes nothing. */
async function demoHash(tx: Tx, password: string): Promise<string> {
  const admin = emailKey(demoPeople[0].email)
  const [row] = await tx<{ password_hash: string }[]>`
    select password_hash from login where email_key = ${admin}`
  if (row && (await verifyPassword(row.password_hash, password))) return row.password_hash
  return hashPassword(password)
}

async function loginOf(
  tx: Tx,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string },
): Promise<string> {
  const key = emailKey(email)
  await tx`
    insert into login (id, email, email_key, name, password_hash)
    values (${newId()}, ${email}, ${key}, ${name}, ${passwordHash})
    on conflict (email_key) do update set password_hash = excluded.password_hash
    where login.password_hash <> excluded.password_hash`
  const [row] = await tx<{ id: string }[]>`select id from login where email_key = ${key}`
  if (!row) throw new Error(`Sign-in ${email} could not be made.`)
  return row.id
}

async function member(tx: Tx, workspaceId: string, loginId: string, role: string): Promise<void> {
  await tx`
    insert into membership (workspace_id, login_id, role) values (${workspaceId}, ${loginId}, ${role})
    on conflict do nothing`
}
