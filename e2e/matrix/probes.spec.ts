import { expect, test } from "#e2e/fixtures.ts"
import { listCursor } from "#lib/accounts/list-cursor.ts"
import { ask, askThrough } from "./ask.ts"
import { proxyProbes } from "./probes.ts"
import { type MatrixWorld, matrixWorld } from "./world.ts"

let made: Promise<MatrixWorld> | undefined
const world = () => (made ??= matrixWorld("Probes"))

test("no way around the front door shows data to who is not signed in", async () => {
  const { canary, contactName, ...rest } = await world()
  const probes = Object.entries(proxyProbes({ canary, contactName, ...rest }))
  expect(probes.length).toBeGreaterThan(100)
  for (const [name, question] of probes) {
    const { body, status } = await askThrough(question)
    expect(body.includes(canary) || body.includes(contactName), name).toBe(false)
    expect(status, name).toBeLessThan(500)
  }
  const signedIn = await askThrough({
    path: `/accounts/${rest.account.slug}`,
    session: rest.sessions.viewer,
    headers: { rsc: "1" },
  })
  expect(signedIn.body).toContain(canary)
})

const strange = [
  "%00",
  "a%00b",
  "%EF%BF%BD",
  "..",
  "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "'%20or%201=1--",
  "%F0%9F%A6%8A",
  "a".repeat(3_000),
  "00000000-0000-0000-0000-00000000000g",
]

/** Cursors cut for the very list that they are used in, at places that it cannot have. */
const wrongPlaces = (
  [
    ["exposure", 1.5],
    ["health", "abc"],
    ["health", 99_999],
    ["renewal", "abc"],
    ["contact", "2026-02-30"],
    ["arr", 1.5],
    ["arr", "abc"],
    ["name", 12],
    ["owner", 12],
  ] as const
).flatMap(([sort, value]) => {
  const place = { value, arrCents: null, nameKey: "b", id: "0190f0a0-1111-7000-8000-000000000001" }
  const rest = `sort=${sort}&after=${listCursor({ sort }, place)}`
  return [`/accounts?${rest}`, `/api/v1/cs-ops/accounts?${rest}`]
})

for (const identity of ["anonymous", "viewer"] as const)
  test(`strange references and filters break nothing (${identity})`, async () => {
    const { sessions, canary } = await world()
    const session = sessions[identity]
    const paths = strange.flatMap((text) => [
      `/accounts/${text}`,
      `/api/v1/cs-ops/health/${text}`,
      `/accounts?q=${text}`,
      `/accounts?owner=${text}`,
      `/accounts?sort=${text}&page=${text}&band=${text}&segment=${text}`,
      `/accounts?after=${text}`,
      `/accounts?before=${text}`,
      `/api/v1/cs-ops/accounts?after=${text}`,
      `/accounts?ws=${text}`,
      `/sign-in?next=${text}`,
      `/api/stream?after=${text}`,
    ])
    const many = [
      "/accounts?q=a&q=b",
      "/accounts?page=99999",
      "/accounts?page=-1",
      "/accounts?page=1e9",
      "/accounts?ws=a&ws=b",
    ]
    const failed: string[] = []
    for (const path of [...paths, ...many, ...wrongPlaces]) {
      const { status, body } = await ask({ path, session })
      if (status >= 500) failed.push(`${status} ${path.slice(0, 80)}`)
      if (identity === "anonymous") expect(body, path).not.toContain(canary)
    }
    expect(failed).toEqual([])
  })

test("text that is no proper encoding is refused by the framework without a word of ours", async () => {
  const { sessions } = await world()
  for (const text of ["%E0%A4%A", "%FF%FE", "%ED%A0%80"])
    for (const session of [null, sessions.viewer])
      for (const folder of ["/accounts/", "/api/v1/cs-ops/health/"]) {
        const { status, body } = await ask({ path: folder + text, session })
        expect(status).toBeGreaterThanOrEqual(400)
        expect(body.length).toBeLessThan(40)
      }
})
