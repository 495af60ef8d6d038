import postgres, { type Sql } from "postgres"
import { type DemoMarker, demoMarker } from "#lib/demo/marker.ts"
import { dayOf } from "#lib/format/instant.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { emailKey } from "#lib/identity/email-key.ts"
import { openPool, setPool } from "../client.ts"
import { demoPeople } from "./demo-people.ts"
import { fillDemo } from "./fill-demo.ts"

type Input = {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly now: Date
  readonly log: (line: string) => void
  readonly signal?: AbortSignal
}

export type DemoState = "filled" | "there" | "no workspace" | "someone else fills it"

const markerKey = "demo_book"
const lockKey = 7_261_146
const seed = 1

/**
 * Fills the Demo workspace with its book, once per installation. A fill that was killed is completed by the next
 * call with the same anchor. Contacts are sealed, so CSOPS_MASTER_KEY must be in the environment. Makes the
 * connections of the app role its own for the duration: call it from a program that has none yet.
 */
export async function ensureDemo({ ownerUrl, appUrl, now, log, signal }: Input): Promise<DemoState> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const known = await readMarker(owner)
    if (known?.state === "filled") return "there"
    const [workspace] = await owner<{ id: WorkspaceId; time_zone: string }[]>`
      select id, time_zone from workspace where slug = 'demo' and kind = 'demo'`
    if (!workspace) return "no workspace"
    const [lock] = await owner<{ taken: boolean }[]>`select pg_try_advisory_lock(${lockKey}) as taken`
    if (!lock?.taken) return "someone else fills it"
    const begun = performance.now()
    const { anchorDay } = await begin(owner, {
      state: "filling",
      seed,
      anchorDay: dayOf(now, workspace.time_zone),
    })
    const pool = openPool({ url: appUrl, max: 2, name: "csops-demo" })
    setPool(pool)
    try {
      const world = { workspaceId: workspace.id, seed, anchorDay, now }
      await fillDemo({ ...world, ...(signal ? { signal } : {}) })
    } finally {
      await pool.close()
    }
    await linkMembers(owner, workspace.id)
    await owner`
      update installation set value = ${JSON.stringify({ state: "filled", seed, anchorDay } satisfies DemoMarker)}
      where key = ${markerKey}`
    log(`The Demo workspace has its accounts (${((performance.now() - begun) / 1000).toFixed(1)} s).`)
    return "filled"
  } finally {
    await owner.end({ timeout: 5 })
  }
}

async function readMarker(owner: Sql): Promise<DemoMarker | null> {
  const [row] = await owner<{ value: string }[]>`select value from installation where key = ${markerKey}`
  return row ? demoMarker.parse(JSON.parse(row.value)) : null
}

async function begin(owner: Sql, first: DemoMarker): Promise<DemoMarker> {
  await owner`
    insert into installation (key, value) values (${markerKey}, ${JSON.stringify(first)})
    on conflict (key) do nothing`
  return (await readMarker(owner)) ?? first
}

/** The sign-ins of the demo are the people of its book where the names agree. */
async function linkMembers(owner: Sql, workspaceId: string): Promise<void> {
  const keys = demoPeople.map(({ email }) => emailKey(email))
  await owner`
    update membership m set person_id = p.id
    from login l join person p on p.workspace_id = ${workspaceId} and p.name = l.name
    where m.workspace_id = ${workspaceId} and m.login_id = l.id and l.email_key = any (${keys})
      and m.person_id is distinct from p.id`
}
