import "server-only"
import { Slots } from "#db/slots.ts"

const line = new Slots(2, "Too many people sign in right now. Try again in a moment.")
const longestWaitMs = 15_000

/** Two sign-in requests at a time: a flood of them waits here, and the pages of everybody else do not. */
export const inSignInLine = <Value>(work: () => Promise<Value>): Promise<Value> =>
  line.hold(longestWaitMs, work)
