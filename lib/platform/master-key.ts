import { env } from "./env.ts"

export const masterKeyVersion = 1

/** The key that wraps every subject's key. Throws with the repair when the installation has none. */
export function masterKey(): Buffer {
  const encoded = env().CSOPS_MASTER_KEY
  if (!encoded)
    throw new Error("CSOPS_MASTER_KEY is not set: give 32 random bytes in base64 (openssl rand -base64 32).")
  return Buffer.from(encoded, "base64")
}
