import { endOfDay } from "#lib/time/end-of-day.ts"

/**
 * failing: its last delivery ended in an error; late: its newest complete day is older than promised; silent: it
 * has told nothing so far; no_promise: nobody said how often it should, and it has no rhythm to guess from.
 */
export const sourceStates = ["failing", "late", "on_time", "no_promise", "silent"] as const
export type SourceState = (typeof sourceStates)[number]

export type SourceStanding = {
  readonly state: SourceState
  /** Hours since its newest complete day ended; 0 while that day is not over. Null for a silent source. */
  readonly lagHours: number | null
  /** Hours beyond the promise; 0 when it is kept or there is none. */
  readonly lateHours: number
}

const hourMilliseconds = 3_600_000

/**
 * How a source stands at an instant. Lag = now - end of its newest complete day, in the time zone of the workspace;
 * it is late by lag - promise. An error and a delay can come together; the error is named, because it is the cause.
 */
export function sourceStanding({
  completeTo,
  lastError,
  promiseHours,
  now,
  timeZone,
}: {
  completeTo: string | null
  lastError: string | null
  promiseHours: number | null
  now: Date
  timeZone: string
}): SourceStanding {
  if (completeTo === null)
    return { state: lastError === null ? "silent" : "failing", lagHours: null, lateHours: 0 }
  const lag = (now.getTime() - endOfDay(completeTo, timeZone).getTime()) / hourMilliseconds
  const lagHours = Math.max(0, lag)
  const lateHours = promiseHours === null ? 0 : Math.max(0, lagHours - promiseHours)
  const state: SourceState =
    lastError !== null ? "failing" : lateHours > 0 ? "late" : promiseHours === null ? "no_promise" : "on_time"
  return { state, lagHours, lateHours }
}

/** Whether figures made from a source in this state can be taken as they are. */
export const isTrusted = ({ state, lateHours }: SourceStanding): boolean =>
  lateHours === 0 && (state === "on_time" || state === "no_promise")
