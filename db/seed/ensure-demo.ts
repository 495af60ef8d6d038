import postgres, { type Sql } from "postgres"
import type { WorldPlan, WorldSize } from "#lib/demo/plan.ts"
import { dayOf } from "#lib/format/instant.ts"
import type { LoginId, WorkspaceId } from "#lib/id.ts"
import { emailKey } from "#lib/identity/email-key.ts"
import { openPool, setPool } from "../client.ts"
import { inWorkspace } from "../in-workspace.ts"
import { demoPeople } from "./demo-people.ts"
import { fillDemo } from "./fill-demo.ts"
import { settleWorld } from "./told-world.ts"
import { askOnce, writeDesk } from "./write-desk.ts"
import { worldCaller } from "./write-facts.ts"

type Input = {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly now: Date
  readonly size: WorldSize
  readonly log: (line: string) => void
  /** Hears which world is told up to when: whoever fills it now, or finds it filled. */
  readonly onTold?: (told: { readonly plan: WorldPlan; readonly toldTo: Date }) => Promise<void>
  readonly signal?: AbortSignal
}

export type DemoState = "filled" | "there" | "no workspace" | "someone else fills it"

const lockKey = 7_261_146
const seed = 1

/**
 * Fills the Demo workspace with its world, once per installation. A fill that was killed is completed by the next
 * call, as of then, with the same anchor. Contacts are sealed, so CSOPS_MASTER_KEY must be in the environment.
 * Makes the connections of the app role its own for the duration: call it from a program that has none yet.
 */
export async function ensureDemo(input: Input): Promise<DemoState> {
  const { ownerUrl, appUrl, now, size, log, onTold, signal } = input
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    if (await hasOldBook(owner)) return "there"
    const [workspace] = await owner<{ id: WorkspaceId }[]>`
      select id from workspace where slug = 'demo' and kind = 'demo'`
    if (!workspace) return "no workspace"
    const [lock] = await owner<{ taken: boolean }[]>`select pg_try_advisory_lock(${lockKey}) as taken`
    if (!lock?.taken) return "someone else fills it"
    const begun = performance.now()
    const pool = openPool({ url: appUrl, max: 2, name: "csops-demo" })
    setPool(pool)
    try {
      const caller = worldCaller(workspace.id, now)
      const anchorDay = dayOf(now, "UTC")
      const linked = async () => {
        await linkMembers(owner, workspace.id)
        await askOnce(caller, await loginOf(owner, curious))
      }
      const settled = await inWorkspace(caller, (tx) => settleWorld(tx, caller, { seed, anchorDay, size }))
      if (settled.toldTo) {
        await writeDesk(caller, settled.plan)
        await linked()
        await onTold?.({ plan: settled.plan, toldTo: settled.toldTo })
        return "there"
      }
      const fill = { workspaceId: workspace.id, plan: settled.plan, now, ...(signal ? { signal } : {}) }
      await fillDemo({ ...fill, onPeople: linked })
      await onTold?.({ plan: settled.plan, toldTo: now })
    } finally {
      await pool.close()
    }
    log(`The Demo workspace has its history (${((performance.now() - begun) / 1000).toFixed(1)} s).`)
    return "filled"
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** The sign-in that would like to do more than its role allows. */
const curious = "viewer@demo.example"

async function loginOf(owner: Sql, email: string): Promise<{ id: LoginId; name: string } | null> {
  const [login] = await owner<{ id: LoginId; name: string }[]>`
    select id, name from login where email_key = ${emailKey(email)}`
  return login ?? null
}

/** Installations of the first versions keep the small book that they were filled with; it stands still. */
async function hasOldBook(owner: Sql): Promise<boolean> {
  const rows = await owner`select 1 from installation where key = 'demo_book'`
  return rows.length > 0
}

/** The sign-ins of the demo are the people of its world where the names agree. */
async function linkMembers(owner: Sql, workspaceId: string): Promise<void> {
  const keys = demoPeople.map(({ email }) => emailKey(email))
  await owner`
    update membership m set person_id = p.id
    from login l join person p on p.workspace_id = ${workspaceId} and p.name = l.name
    where m.workspace_id = ${workspaceId} and m.login_id = l.id and l.email_key = any (${keys})
      and m.person_id is distinct from p.id`
}
