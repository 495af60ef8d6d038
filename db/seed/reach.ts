import { setImmediate as turn } from "node:timers/promises"
import type { World } from "#lib/demo/world.ts"

const stepMinutes = 20 * 1440

/** Lets a world go on to an instant without holding up whatever else this process does. */
export async function reach(world: World, minute: number, afterStep: () => void = () => {}): Promise<void> {
  for (let at = world.now + stepMinutes; at < minute; at += stepMinutes) {
    world.advanceTo(at)
    afterStep()
    await turn()
  }
  world.advanceTo(minute)
}
