import { verify } from "@node-rs/argon2"
import postgres from "postgres"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { prepareDatabase } from "#bin/launcher/prepare-database.ts"
import { demoPeople } from "./demo-people.ts"

const name = "prepared"
const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
const urls = { ownerUrl: at(inject("ownerUrl")), appUrl: at(inject("appUrl")) }
const supervisor = postgres(inject("superUrl"), { max: 1, onnotice: () => {} })
const owner = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} })

beforeAll(async () => {
  await supervisor.unsafe(`create database ${name} owner csops_owner`)
})
afterAll(async () => {
  await owner.end({ timeout: 5 })
  await supervisor.end({ timeout: 5 })
})

const prepare = (demoPassword: string, signIns: "set" | "keep") =>
  prepareDatabase(urls, { demoPassword, signIns, log: () => {} })

/** How many sign-ins a password opens. */
async function opens(password: string): Promise<number> {
  const rows = await owner<{ password_hash: string }[]>`select password_hash from login`
  const tries = await Promise.all(rows.map((row) => verify(row.password_hash, password)))
  return tries.filter(Boolean).length
}

test("a command line makes what is missing and leaves the passwords that a start has set", async () => {
  await prepare("kept secret", "keep")
  expect(await opens("kept secret")).toBe(demoPeople.length)
  await prepare("chosen by a start", "set")
  await prepare("kept secret", "keep")
  expect([await opens("chosen by a start"), await opens("kept secret")]).toEqual([demoPeople.length, 0])
})
