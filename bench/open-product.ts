import { type ChildProcess, spawn } from "node:child_process"
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres, { type Sql } from "postgres"
import { buildWhenStale } from "#bin/launcher/build.ts"
import { childEnvironment } from "#bin/launcher/child-environment.ts"
import { openInstallation } from "#bin/launcher/installation.ts"
import { pageFlags } from "#bin/launcher/node-flags.ts"
import { waitUntilReady } from "#bin/launcher/wait-until-ready.ts"
import { removeCluster } from "#bin/postgres/remove-cluster.ts"
import { startPostgres } from "#bin/postgres/start-postgres.ts"
import { openPool, setPool } from "#db/client.ts"
import { publishModel } from "#db/commands/health-models.ts"
import { ensureMeasures } from "#db/commands/signals.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { migrate } from "#db/migrate.ts"
import { usageModel } from "#db/testing/scored-book.ts"
import { freePort } from "#e2e/reliability/kit/free-port.ts"
import { requireSignIn } from "#e2e/reliability/kit/sign-in.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import type { LoginId, WorkspaceId } from "#lib/id.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { newId } from "#lib/platform/new-id.ts"
import { hashPassword } from "#lib/platform/password-hash.ts"
import { closeJobQueue } from "#lib/server/jobs/job-queue.ts"

export type OpenProduct = {
  readonly origin: string
  readonly owner: Sql
  readonly caller: Caller
  readonly today: string
  readonly source: { readonly id: number; readonly key: string }
  /** The measure that alone makes the score: of 0 to 100. */
  readonly usage: number
  readonly accounts: readonly { readonly id: string; readonly slug: string; readonly externalId: string }[]
  /** The cookie of a new session of an admin. */
  readonly signIn: () => Promise<string>
  readonly close: () => Promise<void>
}

const password = "a password for benches"
const email = "bench@bench.example"

/** The built product, web and worker, on a database of its own with so many accounts; gone when it is closed. */
export async function openProduct({ accounts: count }: { accounts: number }): Promise<OpenProduct> {
  const home = mkdtempSync(join(tmpdir(), "csops-bench-"))
  mkdirSync(join(home, "logs"), { recursive: true })
  const { root, dataDir, secrets: secretsOf } = openInstallation(process.env)
  const secrets = secretsOf()
  process.env.CSOPS_MASTER_KEY ??= secrets.CSOPS_MASTER_KEY
  const closings: (() => Promise<unknown>)[] = [async () => rmSync(home, { recursive: true, force: true })]
  const close = async () => {
    for (const closing of closings.toReversed()) await closing()
  }
  try {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const own = { base: process.env, secrets, address: origin, dataDir: home }
    await buildWhenStale({ root, dataDir, environment: childEnvironment({ ...own, dataDir }) })
    const cluster = await startPostgres({ dataDir: home, log: () => {} })
    closings.push(async () => {
      await cluster.stop()
      await removeCluster(home)
    })
    await migrate({ ...cluster, log: () => {} })
    process.env.DATABASE_URL = cluster.appUrl
    const owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })
    const pool = openPool({ url: cluster.appUrl, max: 4, name: "csops-bench" })
    setPool(pool)
    closings.push(() => Promise.all([closeJobQueue(), owner.end({ timeout: 5 }), pool.close()]))
    const book = await makeBook(owner, count)
    const environment = childEnvironment({ ...own, appUrl: cluster.appUrl })
    const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server"]
    const next = join(root, "node_modules/next/dist/bin/next")
    const parts = {
      web: [...pageFlags, next, "start", "-p", String(port), "-H", "127.0.0.1"],
      worker: [...flags, join(root, "bin/worker.ts")],
    }
    for (const [name, args] of Object.entries(parts)) {
      const child = start(args, { root, environment, log: join(home, `logs/${name}.log`) })
      closings.push(() => end(child))
    }
    await waitUntilReady(`${origin}/api/health/ready`, {
      timeoutMs: 60_000,
      stop: new AbortController().signal,
    })
    return { ...book, origin, owner, signIn: () => requireSignIn(origin, { email, password }), close }
  } catch (error) {
    await close()
    throw error
  }
}

type How = { readonly root: string; readonly environment: NodeJS.ProcessEnv; readonly log: string }

function start(args: readonly string[], { root, environment, log }: How): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const file = createWriteStream(log)
  child.stdout?.pipe(file)
  child.stderr?.pipe(file)
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGTERM")
  const force = setTimeout(() => child.kill("SIGKILL"), 10_000)
  await ended
  clearTimeout(force)
}

/** Accounts with one reading and its score, an admin, and the one measure that makes the score. */
async function makeBook(owner: Sql, count: number) {
  const workspaceId = newId() as WorkspaceId
  const loginId = newId() as LoginId
  const now = businessNow()
  const today = now.toISOString().slice(0, 10)
  await owner`insert into workspace (id, slug, name, kind) values (${workspaceId}, 'bench', 'Bench', 'own')`
  await owner`insert into login (id, email, email_key, name, password_hash)
    values (${loginId}, ${email}, ${email}, 'Bench', ${await hashPassword(password)})`
  await owner`insert into membership (workspace_id, login_id, role) values (${workspaceId}, ${loginId}, 'admin')`
  await owner`
    insert into account (workspace_id, id, slug, external_id, name, name_key)
    select ${workspaceId}, gen_random_uuid(), 'account-' || n, 'A' || n, 'Account ' || n, 'account ' || lpad(n::text, 6, '0')
    from generate_series(1, ${count}) n`
  const accounts = await owner<{ id: string; slug: string; externalId: string }[]>`
    select id, slug, external_id as "externalId" from account where workspace_id = ${workspaceId} order by name_key`
  const [source] = await owner<{ id: number; key: string }[]>`
    insert into source (workspace_id, key, name, kind) values (${workspaceId}, 'bench', 'Bench', 'file') returning id, key`
  if (!source) throw new Error("The source of the bench could not be made.")
  const caller = mintCaller({
    workspaceId,
    actor: { loginId, personId: null, name: "Bench", role: "admin", via: "command_line" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now,
  })
  const measure = { key: "usage", label: "Usage", unit: "%", kind: "number", role: "input" } as const
  const { ids } = await inWorkspace(caller, (tx) => ensureMeasures(tx, caller, { measures: [measure] }))
  const usage = ids.get("usage") ?? 0
  await inWorkspace(caller, (tx) =>
    publishModel(tx, caller, { model: usageModel(), rank: 0, explanation: {} }),
  )
  await owner`
    insert into signal (workspace_id, account_id, measure_id, day, source_id, value)
    select ${workspaceId}, id, ${usage}, ${today}::date, ${source.id}, 60 from account where workspace_id = ${workspaceId}`
  return { caller, today, source: { ...source }, usage, accounts: [...accounts] }
}
