// The door of every npm script. Node built-ins only, and nothing newer than Node 20: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { constants } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstalled, run } from "./install.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const binaries = join(root, "node_modules/.bin")
const pinned = join(binaries, "node")
const wanted = [24, 12]

function versionOf(program) {
  const asked = spawnSync(program, ["--version"], { encoding: "utf8" })
  return asked.status === 0 ? asked.stdout.trim().slice(1) : null
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = (version ?? "0").split(".").map(Number)
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1])
}

/** The Node that runs the product. npm's exit status proves nothing: a blocked install script leaves no binary. */
async function productNode() {
  if (isNewEnough(versionOf(pinned))) return pinned
  if (isNewEnough(process.versions.node)) return process.execPath
  console.error("The pinned Node is missing or broken; trying to repair it …")
  await run(root, ["rebuild", "node", "--ignore-scripts=false"])
  if (isNewEnough(versionOf(pinned))) return pinned
  const { node } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies
  throw new Error(
    `CS-Ops needs Node ${wanted.join(".")} or later. This is Node ${process.versions.node}, and the Node ${node} that ` +
      "npm installs with the product does not run here.\n" +
      "Repair: `npm rebuild node --ignore-scripts=false`, or remove node_modules and start again.\n" +
      "Where npm has no Node for this machine, install Node 24 (https://nodejs.org) and start again.",
  )
}

function programs() {
  return readdirSync(join(root, "bin"))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3))
}

/** Runs the program in our place: its terminal, our signals, its exit status. */
function become(node, name, args) {
  const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server"]
  // As in bin/launcher/node-flags.ts: garbage is collected before it piles up.
  if (name === "import") flags.push("--max-semi-space-size=16", "--initial-old-space-size=24")
  const child = spawn(node, [...flags, join(root, "bin", `${name}.ts`), ...args], {
    cwd: root,
    stdio: "inherit",
    env: {
      // What was compiled is kept: later starts are quicker and do not hold the compiler in memory.
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compiled"),
      ...process.env,
      PATH: [binaries, process.env.PATH ?? ""].join(delimiter),
    },
  })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  // npm hands SIGTERM to the shell between us, which dies of it without a word to us.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill("SIGTERM")
  }, 500)
  watch.unref()
  child.on("error", (error) => {
    console.error(`${node} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
    setTimeout(() => process.exit(128 + constants.signals[signal]), 200)
  })
}

try {
  const [name, ...args] = process.argv.slice(2)
  if (!name || !existsSync(join(root, "bin", `${name}.ts`))) {
    throw new Error(`Usage: node bin/bootstrap.mjs NAME …, where NAME is one of: ${programs().join(", ")}`)
  }
  await ensureInstalled(root, pinned)
  become(await productNode(), name, args)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
