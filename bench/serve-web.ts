import { spawn } from "node:child_process"
import { join } from "node:path"
import { buildWhenStale } from "#bin/launcher/build.ts"
import { childEnvironment } from "#bin/launcher/child-environment.ts"
import { openInstallation } from "#bin/launcher/installation.ts"
import { pageFlags } from "#bin/launcher/node-flags.ts"
import { waitUntilReady } from "#bin/launcher/wait-until-ready.ts"
import { freePort } from "#e2e/reliability/kit/free-port.ts"

export type ServedWeb = { readonly origin: string; readonly stop: () => Promise<void> }

/** The built product's web process alone, on a database that is there already, at a business time that stands. */
export async function serveWeb({ appUrl, now }: { appUrl: string; now: Date }): Promise<ServedWeb> {
  const { root, dataDir, secrets: secretsOf } = openInstallation(process.env)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const own = { base: process.env, secrets: secretsOf(), address: origin, dataDir }
  await buildWhenStale({ root, dataDir, environment: childEnvironment(own) })
  const next = join(root, "node_modules/next/dist/bin/next")
  const masterKey = process.env.CSOPS_MASTER_KEY
  const child = spawn(
    process.execPath,
    [...pageFlags, next, "start", "-p", String(port), "-H", "127.0.0.1"],
    {
      cwd: root,
      env: {
        ...childEnvironment({ ...own, appUrl }),
        ...(masterKey === undefined ? {} : { CSOPS_MASTER_KEY: masterKey }),
        CSOPS_NOW: now.toISOString(),
      },
      stdio: ["ignore", "ignore", "inherit"],
    },
  )
  const ended = new Promise((resolve) => child.once("exit", resolve))
  const stop = async () => {
    child.kill("SIGTERM")
    await ended
  }
  try {
    await waitUntilReady(`${origin}/api/health/ready`, {
      timeoutMs: 60_000,
      stop: new AbortController().signal,
    })
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, stop }
}
