import { expect, test } from "vitest"
import { childEnvironment } from "./child-environment.ts"

const secrets = {
  NEXTAUTH_SECRET: "n".repeat(44),
  CSOPS_MASTER_KEY: "m".repeat(44),
  CSOPS_DEMO_PASSWORD: "demo password",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "a".repeat(44),
}
const setting = { secrets, address: "http://localhost:3000", dataDir: "/srv/csops/.data" }
const appUrl = "postgres://csops_app:x@127.0.0.1:5000/csops"

test("the owner's address, the demo password and npm's variables stay with the launcher", () => {
  const base = {
    PATH: "/bin",
    DATABASE_OWNER_URL: "postgres://owner@host/csops",
    CSOPS_DEMO_PASSWORD: "demo password",
    PGPASSWORD: "x",
    npm_config_user_agent: "npm",
  }
  const environment = childEnvironment({ base, ...setting, appUrl })
  expect(Object.values(environment).join(" ")).not.toContain("owner@host")
  // Empty, so that a .env file cannot bring them back.
  expect(environment).toMatchObject({ DATABASE_OWNER_URL: "", CSOPS_DEMO_PASSWORD: "" })
  const given = Object.entries(environment).filter(([, value]) => value !== "")
  expect(given.map(([name]) => name).sort()).toEqual([
    "CSOPS_HOME",
    "CSOPS_MASTER_KEY",
    "DATABASE_URL",
    "NEXTAUTH_SECRET",
    "NEXTAUTH_URL",
    "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
    "NEXT_TELEMETRY_DISABLED",
    "NODE_ENV",
    "PATH",
  ])
})

test("settings of the product reach the children", () => {
  const base = { CSOPS_NOW: "2026-11-21T09:00:00Z", CSOPS_LOG_LEVEL: "warn", NODE_ENV: "development" }
  const environment = childEnvironment({ base, ...setting, appUrl })
  expect(environment).toMatchObject({
    CSOPS_NOW: base.CSOPS_NOW,
    CSOPS_LOG_LEVEL: "warn",
    NODE_ENV: "production",
  })
})

test("the build sees no database, not even one of the caller", () => {
  const environment = childEnvironment({ base: { DATABASE_URL: appUrl }, ...setting })
  expect(environment.DATABASE_URL).toBe("")
})
