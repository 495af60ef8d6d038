import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { cleanEnvironment, root } from "#e2e/installation.ts"
import { database, secrets } from "#e2e/world/database.ts"

export type CopiedClone = {
  readonly folder: string
  /** Builds the pages; throws with the end of the build's words. */
  build(): void
  start(): Promise<{ readonly port: number }>
  /** Ends the server and deletes the copy. */
  remove(): Promise<void>
}

/** The files of the clone, as they are now, in a folder of their own; packages are shared. */
export function copyOfClone({ leaveOut }: { leaveOut: readonly string[] }): CopiedClone {
  // Inside the clone and without a lock file of its own: the build takes packages from no other place than the
  // folder of the nearest lock file, and follows no link out of it.
  mkdirSync(join(root, "test-results"), { recursive: true })
  const folder = mkdtempSync(join(root, "test-results/copy-"))
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
  for (const file of listed
    .split("\0")
    .filter((name) => name && ![...leaveOut, "package-lock.json"].includes(name)))
    if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file), { recursive: true })
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"))
  const next = join(root, "node_modules/next/dist/bin/next")
  const log = join(folder, "server.log")
  const environment = {
    ...cleanEnvironment(),
    ...secrets(),
    DATABASE_URL: database().appUrl,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  } as NodeJS.ProcessEnv
  let server: ChildProcess | undefined
  return {
    folder,
    build() {
      try {
        execFileSync(process.execPath, [next, "build"], {
          cwd: folder,
          env: environment,
          stdio: "pipe",
          encoding: "utf8",
        })
      } catch (error) {
        const { stdout, stderr } = error as { stdout?: string; stderr?: string }
        throw new Error(
          `The copy cannot be built:\n${(stdout ?? "").slice(-2_000)}\n${(stderr ?? "").slice(-2_000)}`,
          { cause: error },
        )
      }
    },
    async start() {
      const port = await freePort()
      const output = openSync(log, "a")
      server = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
        cwd: folder,
        env: environment,
        stdio: ["ignore", output, output],
      })
      closeSync(output)
      await untilReady(`http://127.0.0.1:${port}/api/health/ready`, () => readFileSync(log, "utf8"))
      return { port }
    },
    async remove() {
      const ended = server && new Promise((resolve) => server?.once("exit", resolve))
      if (server?.exitCode === null && server.kill("SIGTERM")) await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(address: string, said: () => string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The copy does not answer:\n${said().slice(-2_000)}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}
