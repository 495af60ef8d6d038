import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { envShape, parseEnv } from "#lib/platform/env.ts"

const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8")

test(".env.example names exactly the variables that are read", () => {
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1] ?? "")
  expect(named.toSorted()).toEqual(Object.keys(envShape).toSorted())
})

test("nothing has to be set", () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, CSOPS_HOME: ".data", CSOPS_LOG_LEVEL: "info" })
})

test("an empty value is none", () => {
  expect(parseEnv({ CSOPS_NOW: "", PORT: "" })).toMatchObject({ PORT: 3000 })
  expect(parseEnv({ CSOPS_NOW: "" }).CSOPS_NOW).toBeUndefined()
})

test("every wrong value is named at once", () => {
  const read = () => parseEnv({ PORT: "many", DATABASE_URL: "mysql://x", CSOPS_MASTER_KEY: "short" })
  expect(read).toThrow(
    /3 wrong value\(s\)[\s\S]*PORT:[\s\S]*DATABASE_URL:[\s\S]*CSOPS_MASTER_KEY: must be 32 bytes/,
  )
})
