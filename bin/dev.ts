import { join } from "node:path"
import { demoPeople } from "#db/seed/demo-people.ts"
import { announcement } from "./launcher/announcement.ts"
import { childEnvironment } from "./launcher/child-environment.ts"
import { fillDemo } from "./launcher/fill-demo.ts"
import { openInstallation } from "./launcher/installation.ts"
import { keepRunning } from "./launcher/keep-running.ts"
import { requirePort } from "./launcher/port-holder.ts"
import { prepareDatabase } from "./launcher/prepare-database.ts"
import { listenForStop, StopRequested } from "./launcher/stop-request.ts"
import { openDatabase } from "./postgres/open-database.ts"
import { runProgram } from "./processes/run-program.ts"

const print = (line: string) => console.log(line)

/** The product while it is being written: pages and worker follow every saved file. */
async function develop(): Promise<number> {
  const installation = openInstallation(process.env)
  const { root, env, dataDir, address } = installation
  const secrets = installation.secrets()
  const stop = listenForStop()
  await requirePort(env.PORT, env.HOST)
  const database = await openDatabase({ root, env, log: print })
  try {
    await prepareDatabase(database, { demoPassword: secrets.CSOPS_DEMO_PASSWORD, log: print })
    const environment = childEnvironment({
      base: process.env,
      secrets,
      appUrl: database.appUrl,
      address,
      dataDir,
      mode: "development",
    })
    const part = (name: string, args: readonly string[]) =>
      keepRunning({ name, args, cwd: root, environment, onChange: () => undefined, log: print })
    const next = join(root, "node_modules/next/dist/bin/next")
    const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server", "--watch"]
    const parts = [
      part("web", [next, "dev", "-p", String(env.PORT), "-H", env.HOST]),
      part("worker", [...flags, join(root, "bin/worker.ts")]),
    ]
    print(announcement({ address, people: demoPeople, password: installation.passwordWords() }))
    const filled = fillDemo({ installation, database, signal: stop.signal, log: print })
    try {
      throw await stop.or(database.failed)
    } finally {
      await Promise.all([filled, ...parts.map((each) => each.stop(5_000))])
    }
  } catch (error) {
    if (error instanceof StopRequested) return 0
    throw error
  } finally {
    await database.release()
  }
}

await runProgram(develop)
