import "server-only"
import { randomBytes } from "node:crypto"
import { tokenHash } from "./sign-in.ts"

/** 32 random bytes as text for their holder, and the hash that we keep. */
export function newOpaqueToken(): { readonly text: string; readonly hash: Buffer } {
  const text = randomBytes(32).toString("base64url")
  return { text, hash: tokenHash(text) }
}
