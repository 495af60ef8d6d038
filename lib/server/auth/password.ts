import { availableParallelism } from "node:os"
import { hash, verify } from "@node-rs/argon2"
import { Slots } from "#db/slots.ts"

// Argon2id at OWASP's floor: 19 MiB, two passes, one lane. Two at a time at most, and never on all cores,
// so that a flood of sign-ins leaves one to everybody else.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const line = new Slots(
  Math.min(2, Math.max(1, availableParallelism() - 1)),
  "Too many people sign in right now.",
)
const longestWaitMs = 10_000

let decoy: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Takes the same time whether or not there is a hash to compare with. */
export function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  return line.hold(longestWaitMs, async () => {
    decoy ??= hashPassword("nobody has this password")
    const right = await verify(storedHash ?? (await decoy), password)
    return right && storedHash !== null
  })
}
