import { beforeSignIn } from "#db/in-workspace.ts"
import { jobWorkspaces } from "#db/queries/workspaces.ts"
import { type Continued, LiveWorld } from "#db/seed/live-world.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { businessNow } from "#lib/platform/clock.ts"
import type { Progress } from "./job.ts"

const worlds = new Map<WorkspaceId, LiveWorld>()

/**
 * Writes what has happened in the Demo company since the last run, however long ago that was. Where business time
 * stands still, so does the company.
 */
export async function liveDemo({ beat, signal }: Progress): Promise<Continued> {
  const total = { readings: 0, talks: 0, days: 0 }
  for (const { workspaceId } of await beforeSignIn(jobWorkspaces)) {
    const world = worlds.get(workspaceId) ?? new LiveWorld(workspaceId)
    worlds.set(workspaceId, world)
    const continued = await world.continueTo(businessNow(), () => {
      beat()
      signal.throwIfAborted()
    })
    total.readings += continued.readings
    total.talks += continued.talks
    total.days += continued.days
  }
  return total
}
