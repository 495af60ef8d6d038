import "server-only"
import { AppError } from "#lib/errors.ts"
import { env } from "#lib/platform/env.ts"

/**
 * A change asked for with a cookie must come from our own pages. The framework lets a request without an
 * Origin header pass and believes X-Forwarded-Host; this does neither.
 */
export function assertSameOrigin(headers: { get(name: string): string | null }): void {
  const origin = headers.get("origin")
  const own = [`http://${headers.get("host")}`, `https://${headers.get("host")}`, configuredOrigin()]
  if (origin !== null && own.includes(origin)) return
  throw new AppError("forbidden", "This change was asked for from outside the product, so it was not made.")
}

function configuredOrigin(): string {
  const address = env().NEXTAUTH_URL
  return address ? new URL(address).origin : ""
}
