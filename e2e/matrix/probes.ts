import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "#e2e/installation.ts"
import type { Question } from "./ask.ts"
import type { MatrixWorld } from "./world.ts"

const subrequests = ["middleware", "src/middleware", "proxy", "src/proxy", "pages/_middleware"]

/** Where a browser stands that has the list of accounts open, as its router says it. */
const stateTree = encodeURIComponent(
  JSON.stringify([
    "",
    {
      children: [
        "(desk)",
        { children: ["accounts", { children: ["__PAGE__", {}, null, null, 0] }, null, null, 0] },
        null,
        null,
        0,
      ],
    },
    null,
    null,
    16,
  ]),
)

/** Ways around a guard that stands in front, as they were found in the framework over the years. */
const headersAround: Record<string, Record<string, string>> = {
  RSC: { rsc: "1" },
  "RSC and a state tree": {
    rsc: "1",
    "next-router-state-tree": stateTree,
  },
  "a prefetch": { rsc: "1", "next-router-prefetch": "1" },
  "a prefetch of a segment": {
    rsc: "1",
    "next-router-prefetch": "1",
    "next-router-segment-prefetch": "/_tree",
  },
  "a prefetch of the page": { rsc: "1", "next-router-segment-prefetch": "/_full" },
  "a hot refresh": { rsc: "1", "next-hmr-refresh": "1" },
  "x-nextjs-data": { "x-nextjs-data": "1" },
  "x-middleware-prefetch": { "x-middleware-prefetch": "1" },
  "x-invoke-path": { "x-invoke-path": "/accounts", "x-invoke-status": "200", "x-invoke-output": "/accounts" },
  "x-matched-path": { "x-matched-path": "/accounts", "x-now-route-matches": "1=slug" },
  "x-original-url": { "x-original-url": "/accounts", "x-rewrite-url": "/accounts" },
  "x-middleware-rewrite": { "x-middleware-rewrite": "/accounts", "x-middleware-next": "1" },
  "x-prerender-revalidate": { "x-prerender-revalidate": "1" },
  "x-csops-path": { "x-csops-path": "//evil.example" },
  "an address of this machine": { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  ...Object.fromEntries(
    subrequests.map((name) => [
      `x-middleware-subrequest ${name}`,
      { "x-middleware-subrequest": Array.from({ length: 6 }, () => name).join(":") },
    ]),
  ),
}

export function proxyProbes({ account }: MatrixWorld, clone = root): Record<string, Question> {
  const buildId = readFileSync(join(clone, ".next/BUILD_ID"), "utf8")
  const detail = `/accounts/${account.slug}`
  const paths = [
    "/accounts.rsc",
    `${detail}.rsc`,
    "/accounts?_rsc=1abcd",
    `${detail}?_rsc=1abcd`,
    "/accounts.segments/_full.segment.rsc",
    "/accounts.segments/_tree.segment.rsc",
    `${detail}.segments/_full.segment.rsc`,
    `${detail}.prefetch.rsc`,
    `/_next/data/${buildId}/accounts.json`,
    `/_next/data/${buildId}${detail}.json`,
    "/%61ccounts",
    `/accounts%2f${account.slug}`,
    `/accounts/%2e%2e/accounts/${account.slug}`,
    "//accounts",
    "/./accounts",
    "/x/../accounts",
    "/accounts/",
    "/accounts/.",
    "/ACCOUNTS",
    "/accounts;x=1",
    "/accounts%00",
    "/accounts%20",
    "\\accounts".replace("\\", "/%5c"),
    "/(desk)/accounts",
    "/en/accounts",
    "/index/accounts",
    `http://localhost${detail}`,
    "/_next/image?url=%2Faccounts&w=640&q=75",
    "/_next/image?url=http%3A%2F%2Flocalhost%3A3000%2Faccounts&w=640&q=75",
    "/_next/image?url=http%3A%2F%2F169.254.169.254%2Flatest&w=640&q=75",
    "/_next/static/../../../package.json",
    "/_next/static/%2e%2e/%2e%2e/server/server-reference-manifest.json",
    `/api/v1/cs-ops/health/${account.id}/`,
    `/api/v1/cs-ops/health/${account.id}.rsc`,
    `/api/v1/cs-ops/%68ealth/${account.id}`,
    `/API/v1/cs-ops/health/${account.id}`,
  ]
  return {
    ...Object.fromEntries(
      ["/accounts", detail, `/api/v1/cs-ops/health/${account.id}`].flatMap((path) =>
        Object.entries(headersAround).map(([name, headers]) => [`${name} on ${path}`, { path, headers }]),
      ),
    ),
    ...Object.fromEntries(paths.map((path) => [path, { path }])),
    ...Object.fromEntries(paths.map((path) => [`RSC ${path}`, { path, headers: { rsc: "1" } }])),
  }
}
