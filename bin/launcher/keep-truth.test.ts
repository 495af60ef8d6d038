import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type WorldPlan, worldSizes } from "#lib/demo/plan.ts"
import { World } from "#lib/demo/world.ts"
import { keepTruth, readTruth } from "./keep-truth.ts"

const plan: WorldPlan = { seed: 5, anchorDay: "2026-11-20", ...worldSizes.small, weeksBefore: 8 }
const morning = new Date("2026-11-20T08:00:00Z")
const evening = new Date("2026-11-20T20:00:00Z")
const later = new Date("2026-11-23T08:00:00Z")

let dataDir: string
const bytes = () => readFileSync(join(dataDir, "truth/demo-world.json.gz"))
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "csops-truth-"))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Of a world that went on by hours, as it does while the product runs. */
function truthOf(toldTo: Date) {
  const world = new World(plan)
  for (let at = 0; at < world.minuteOf(toldTo); at += 7 * 60) world.advanceTo(at)
  world.advanceTo(world.minuteOf(toldTo))
  return JSON.parse(JSON.stringify(world.truth()))
}

test("what is kept is what happened in the world that was told bit by bit", async () => {
  expect(readTruth(dataDir)).toBeNull()
  await keepTruth(dataDir, { plan, toldTo: morning })
  expect(readTruth(dataDir)).toMatchObject({ ...truthOf(morning), toldTo: morning.toISOString() })
})

test("it is made anew once a day, and when it is broken", async () => {
  await keepTruth(dataDir, { plan, toldTo: morning })
  const first = bytes()
  await keepTruth(dataDir, { plan, toldTo: evening })
  expect(bytes()).toEqual(first)
  writeFileSync(join(dataDir, "truth/demo-world.json.gz"), first.subarray(0, 100))
  await keepTruth(dataDir, { plan, toldTo: morning })
  expect(bytes()).toEqual(first)
  await keepTruth(dataDir, { plan, toldTo: later })
  expect(readTruth(dataDir)).toMatchObject({ ...truthOf(later), toldTo: later.toISOString() })
})

test("another world has its own", async () => {
  await keepTruth(dataDir, { plan, toldTo: later })
  const other = { ...plan, seed: 6 }
  await keepTruth(dataDir, { plan: other, toldTo: morning })
  expect(readTruth(dataDir)?.plan).toEqual(other)
})
