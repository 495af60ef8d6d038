import { type NextRequest, NextResponse } from "next/server"
import { contentSecurityPolicy } from "#lib/api/content-security-policy.ts"

/**
 * Request id, security headers and the address of the page. Never the guard: every page, action and route asks
 * for the caller itself, and decides the same without this file.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy({ nonce, isDevelopment: process.env.NODE_ENV === "development" })
  const requestId = crypto.randomUUID()
  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  headers.set("x-request-id", requestId)
  headers.set("content-security-policy", policy)
  headers.set("x-csops-path", request.nextUrl.pathname + request.nextUrl.search)
  headers.delete("x-forwarded-host")
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  response.headers.set("x-request-id", requestId)
  return response
}

// Uploads pass by: before a request that this file sees, the framework holds its body and cuts it at 10 MB.
export const config = {
  matcher: [
    { source: "/((?!_next/static|_next/image|favicon.ico|imports/upload$|api/v1/cs-ops/imports$).*)" },
  ],
}
