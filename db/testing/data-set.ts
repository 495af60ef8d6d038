import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { env } from "#lib/platform/env.ts"

/**
 * Path of a public data set, or null when the folder of data sets is not there: then the test that needs it
 * says so and is skipped, and its generated twin alone proves the code. With CSOPS_REQUIRE_DATA=1 it throws.
 */
export function dataSet(name: string): string | null {
  const path = resolve(import.meta.dirname, "../..", env().CSOPS_DATA_DIR, name)
  if (existsSync(path)) return path
  if (env().CSOPS_REQUIRE_DATA === "1")
    throw new Error(
      `${path} is missing, and CSOPS_REQUIRE_DATA=1 asks for it. Set CSOPS_DATA_DIR to its folder.`,
    )
  console.warn(`data test skipped: ${path} is not there (CSOPS_DATA_DIR names another folder)`)
  return null
}
