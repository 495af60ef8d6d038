import { demoSources } from "./measures.ts"
import { planted } from "./planted.ts"
import type { World } from "./world.ts"

/** What is known of the sources at an instant: the last day that each has told completely, and what went wrong. */
export function sourceStates(world: World, minute: number) {
  const { calendar } = world
  const today = Math.floor(minute / 1440)
  const { gap } = planted
  const fromAnchor = today - calendar.anchor
  return demoSources.map(({ key, name, kind, to }) => {
    const isSilent = key === gap.source && fromAnchor >= gap.fromDay && fromAnchor <= gap.toDay
    const isDone = minute - today * 1440 >= to && calendar.isMeasured(today)
    const complete = isSilent ? calendar.anchor + gap.fromDay - 1 : isDone ? today : today - 1
    return {
      key,
      name,
      kind,
      completeTo: calendar.dayOf(Math.max(0, complete)),
      lastError: isSilent ? "The help desk answers 401: its access key has expired." : null,
    }
  })
}
