import { unavailablePage } from "#lib/api/unavailable-page.ts"
import { nextPath } from "#lib/identity/next-path.ts"

/** Where pages lead while the database does not answer: a 503 that goes back by itself. */
export function GET(request: Request): Response {
  const from = nextPath(new URL(request.url).searchParams.get("from"))
  return new Response(unavailablePage(from), {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": "3", "cache-control": "no-store" },
  })
}
