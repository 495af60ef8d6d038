// Installs the packages when they are missing or not those of the lockfile. Node 20 built-ins only.
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const say = (line) => console.error(line)
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"))
const stampOf = (root) => join(root, "node_modules/.csops-install")

export function lockHash(root) {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
}

/** npm as it was called, under a Node outside node_modules, which an install takes away; else the npm of the PATH. */
function npmCommand(root, node) {
  const called = process.env.npm_execpath
  if (!called || !existsSync(called) || !basename(called).startsWith("npm")) return ["npm"]
  const outside = [process.env.npm_node_execpath, process.execPath].find(
    (path) => path && existsSync(path) && !path.startsWith(join(root, "node_modules")),
  )
  return [node ?? outside ?? process.execPath, called]
}

/** Runs npm with a line every ten seconds; its own words are shown only when it fails. */
export function run(root, args, node) {
  const [program, ...before] = npmCommand(root, node)
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
    let words = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        words = `${words}${chunk}`.slice(-20_000)
      })
    }
    const beat = setInterval(() => say(`  … still installing (${seconds()} s)`), 10_000)
    child.on("error", (error) => {
      clearInterval(beat)
      reject(
        new Error(`npm could not be started (${error.message}). Install npm, or run \`npm ci\` by hand.`),
      )
    })
    child.on("close", (status) => {
      clearInterval(beat)
      resolve({ isDone: status === 0, words: words.trim() })
    })
  })
}

const isGlibc = () => Boolean(process.report?.getReport().header.glibcVersionRuntime)

const fits = (list, value) => !list || list.includes(value)

function fitsMachine({ os, cpu, libc }) {
  const system = process.platform === "linux" ? (isGlibc() ? "glibc" : "musl") : undefined
  return fits(os, process.platform) && fits(cpu, process.arch) && (!system || fits(libc, system))
}

/** Native packages of this machine that the lockfile lists and node_modules lacks: npm skips them under an older Node. */
export function missingNatives(root) {
  const { packages } = readJson(join(root, "package-lock.json"))
  return Object.entries(packages)
    .filter(
      ([path, entry]) => path.lastIndexOf("node_modules/") === 0 && entry.optional && entry.os && entry.cpu,
    )
    .filter(([path, entry]) => !entry.peer && fitsMachine(entry) && !existsSync(join(root, path)))
    .map(([path]) => path.slice("node_modules/".length))
}

/** Whether somebody else's `npm ci` or `npm install` already put the lockfile's versions in place. */
function isInPlace(root) {
  const hidden = join(root, "node_modules/.package-lock.json")
  if (!existsSync(hidden)) return false
  const installed = readJson(hidden).packages
  const listed = Object.entries(readJson(join(root, "package-lock.json")).packages)
  return listed.every(([path, entry]) => {
    if (!path || entry.link) return true
    return installed[path] ? installed[path].version === entry.version : Boolean(entry.optional || entry.peer)
  })
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** Its process has died, or the number was given to another one since: no install takes a quarter of an hour. */
function isForsaken(lock) {
  if (!existsSync(lock)) return false
  const holder = Number(readFileSync(lock, "utf8"))
  const ageSeconds = (Date.now() - statSync(lock).mtimeMs) / 1000
  return ageSeconds > 900 || (holder ? !isRunning(holder) : ageSeconds > 5)
}

/** One install at a time in a folder; the lock of a killed one is taken over. */
async function withInstallLock(root, work) {
  const path = join(tmpdir(), `csops-install-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`)
  for (let turn = 0; ; turn++) {
    try {
      const file = openSync(path, "wx")
      writeSync(file, String(process.pid))
      closeSync(file)
      break
    } catch (error) {
      if (error.code !== "EEXIST") throw error
      if (isForsaken(path)) rmSync(path, { force: true })
      if (turn === 5) say("Waiting for another start to finish installing …")
      await sleep(200)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** The install removes node_modules, so the Node that runs it must be a copy outside. */
async function installUnderPinned(root, pinnedNode) {
  const folder = mkdtempSync(join(tmpdir(), "csops-node-"))
  const copy = join(folder, "node")
  try {
    copyFileSync(realpathSync(pinnedNode), copy)
    chmodSync(copy, 0o755)
    await install(root, copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund"]

async function install(root, node) {
  let done = await run(root, ["ci", ...flags], node)
  // A registry without the packages of other systems leaves them out of the lockfile, which npm ci then refuses
  // on every system; npm install keeps to the listed versions and looks for the rest.
  if (!done.isDone && done.words.includes("EUSAGE"))
    done = await run(root, ["install", "--no-save", ...flags], node)
  if (done.isDone) return done
  throw new Error(
    `${done.words}\n\nInstalling the packages failed (see above).\n` +
      "Repair: look at the network or proxy settings of npm (`npm config list`), free disk space if it ran out,\n" +
      "then start again; `npm ci` alone shows the same error.",
  )
}

const isUpToDate = (root, hash) => existsSync(stampOf(root)) && readFileSync(stampOf(root), "utf8") === hash

/** Makes node_modules what the lockfile says, and complete for this machine. */
export async function ensureInstalled(root, pinnedNode) {
  const hash = lockHash(root)
  if (isUpToDate(root, hash)) return
  await withInstallLock(root, async () => {
    if (isUpToDate(root, hash)) return
    if (!isInPlace(root)) {
      say(
        existsSync(join(root, "node_modules"))
          ? "The package list has changed."
          : "First start: no packages yet.",
      )
      say("Installing packages (about a minute) …")
      const begun = Date.now()
      await install(root)
      say(`Packages installed in ${Math.round((Date.now() - begun) / 1000)} s.`)
    }
    if (missingNatives(root).length > 0 && existsSync(pinnedNode)) {
      say("Some native packages need the pinned Node; installing once more under it …")
      await installUnderPinned(root, pinnedNode)
    }
    const missing = missingNatives(root)
    if (missing.length > 0)
      say(`Warning: packages for this machine could not be installed: ${missing.join(", ")}`)
    writeFileSync(stampOf(root), hash)
  })
}
