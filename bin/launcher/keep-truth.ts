import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { reach } from "#db/seed/reach.ts"
import type { WorldPlan } from "#lib/demo/plan.ts"
import type { WorldTruth } from "#lib/demo/truth.ts"
import { World } from "#lib/demo/world.ts"
import { dayOf } from "#lib/format/instant.ts"
import { writeWholeFile } from "../processes/write-whole-file.ts"

type Told = { readonly plan: WorldPlan; readonly toldTo: Date }
type KeptTruth = WorldTruth & { readonly plan: WorldPlan; readonly toldTo: string }

/**
 * For benches alone: what really happened in a world up to the instant that it was told to, of which the product sees
 * only signals and movements. A world happens in the same way each time, so a file that is missing, or older than a
 * day's telling, is made from the beginning.
 */
export async function keepTruth(
  dataDir: string,
  { plan, toldTo }: Told,
  signal?: AbortSignal,
): Promise<void> {
  const kept = readTruth(dataDir)
  const isOfDay = kept !== null && dayOf(new Date(kept.toldTo), "UTC") >= dayOf(toldTo, "UTC")
  if (isOfDay && JSON.stringify(kept.plan) === JSON.stringify(plan)) return
  const world = new World(plan)
  await reach(world, world.minuteOf(toldTo), () => {
    signal?.throwIfAborted()
    world.take()
  })
  const truth: KeptTruth = { ...world.truth(), plan, toldTo: toldTo.toISOString() }
  mkdirSync(join(dataDir, "truth"), { recursive: true })
  writeWholeFile(pathIn(dataDir), gzipSync(JSON.stringify(truth)))
}

/** Null when none is kept that can be read. */
export function readTruth(dataDir: string): KeptTruth | null {
  try {
    return JSON.parse(gunzipSync(readFileSync(pathIn(dataDir))).toString("utf8")) as KeptTruth
  } catch {
    return null
  }
}

const pathIn = (dataDir: string): string => join(dataDir, "truth", "demo-world.json.gz")
