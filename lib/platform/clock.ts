import { env } from "./env.ts"

/** Business time: `CSOPS_NOW` when set, else the real clock. Read once per request, by the gates. */
export function businessNow(): Date {
  const frozen = env().CSOPS_NOW
  return frozen ? new Date(frozen) : new Date()
}
