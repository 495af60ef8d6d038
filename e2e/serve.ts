import { spawn } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { root } from "#bin/launcher/installation.ts"
import { removeCluster } from "#bin/postgres/remove-cluster.ts"

/** Runs the launcher as a person would, and removes its database and files when it has ended. */
const home = process.env.CSOPS_HOME
if (!home) throw new Error("CSOPS_HOME must name the folder of this run.")

const launcher = spawn(process.execPath, [join(root, "bin/bootstrap.mjs"), "start"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
  detached: true,
})

let isAsked = false
function stop(): void {
  if (!isAsked) launcher.kill("SIGTERM")
  isAsked = true
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop)

// A test runner that was killed tells nobody.
const parent = process.ppid
setInterval(() => process.ppid !== parent && stop(), 500)

launcher.on("exit", (status) => {
  void (async () => {
    await removeCluster(home)
    rmSync(home, { recursive: true, force: true })
    process.exit(isAsked ? 0 : (status ?? 1))
  })()
})
