import { availableParallelism } from "node:os"
import { Slots } from "#db/slots.ts"
import { hashPassword, verifyPassword } from "#lib/platform/password-hash.ts"

// Two at a time at most, and never on all cores, so that a flood of sign-ins leaves one to everybody else.
const line = new Slots(
  Math.min(2, Math.max(1, availableParallelism() - 1)),
  "Too many people sign in right now.",
)
const longestWaitMs = 10_000

let decoy: Promise<string> | undefined

/** Takes the same time whether or not there is a hash to compare with. */
export function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  return line.hold(longestWaitMs, async () => {
    decoy ??= hashPassword("nobody has this password")
    const right = await verifyPassword(storedHash ?? (await decoy), password)
    return right && storedHash !== null
  })
}
