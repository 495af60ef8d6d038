import { randomUUID } from "node:crypto"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The clone under test. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "")

export const demoPassword = "a password for journeys"

/** Business time stands still, so that days, ages and scores are the same in every run. */
export const frozenNow = "2026-11-18T09:30:00.000Z"

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      const port = typeof address === "object" && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/** A product that runs already, named from outside, is used and left running. */
export const isGiven = process.env.CSOPS_E2E_HOME !== undefined

// Chosen by the runner's first process; the workers and the server inherit them. The server makes the folder.
process.env.CSOPS_E2E_HOME ??= join(tmpdir(), `csops-e2e-${randomUUID()}`)
process.env.CSOPS_E2E_PORT ??= String(await freePort())

export const home = process.env.CSOPS_E2E_HOME
export const port = Number(process.env.CSOPS_E2E_PORT)
export const baseURL = `http://localhost:${port}`

/** What the product is started with, for the launcher and for command lines on the same installation. */
export const productEnvironment: Readonly<Record<string, string>> = {
  CSOPS_HOME: home,
  PORT: String(port),
  CSOPS_DEMO_PASSWORD: demoPassword,
  CSOPS_DEMO_WORLD: "small",
  CSOPS_NOW: frozenNow,
  CSOPS_LOG_LEVEL: "warn",
  CSOPS_DESIGN: "1",
  NEXTAUTH_URL: baseURL,
}

/** The surroundings without what a developer's shell may say about another installation. */
export function cleanEnvironment(): Record<string, string> {
  const foreign = /^(DATABASE_.*|CSOPS_(HOME|NOW|MASTER_KEY|DATABASE_POOL)|NEXTAUTH_.*|HOST|PORT)$/
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !foreign.test(name),
  )
  return { ...(Object.fromEntries(kept) as Record<string, string>), ...productEnvironment }
}
