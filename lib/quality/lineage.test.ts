import { expect, test } from "vitest"
import { recordFields } from "./fields.ts"
import { type FigureInput, figures, healthInputs, pagesOf, usesOf } from "./lineage.ts"
import { routeFiles, tablesRead } from "./testing/read-inputs.ts"

/** The table of each input, and the words that name it there. */
const places: Readonly<Record<FigureInput, readonly [table: string, column: RegExp]>> = {
  "account.name": ["account", /\bname\b|name_key|nameKey/],
  "account.domain": ["account", /\bdomain\b/],
  "account.segment": ["account", /\bsegment\b/],
  "account.industry": ["account", /\bindustry\b/],
  "account.owner": ["account", /owner_id|ownerId/],
  "account.arr": ["arr_movement", /amount_cents|amountCents/],
  "account.contact": ["contact", /left_on|leftOn/],
  "contact.email": ["contact", /email_sealed|emailSealed/],
  "contract.ends_on": ["contract", /ends_on|endsOn/],
  "touchpoint.happened_at": ["touchpoint", /happened_at|happenedAt/],
  signal: ["signal", /value|source_id/],
  health: ["health_score", /score|value/],
}
const sameNoun: Readonly<Record<string, string>> = { account_health: "health_score" }

/** Pages that show nothing made from these fields, but what was done with them. */
const aboutTheProduct =
  /^(GET |POST )?\/(data|imports|jobs|sign-in|unavailable|\.well-known|api\/(auth|oauth|stream|health|v1\/cs-ops\/(sources|quality|imports)))?(\/|$)/

/** Pages without a figure made from these fields, and what they count or look through all the same. */
const withoutFigures: Readonly<Record<string, readonly string[]>> = {
  // Its examples are made up.
  "/design": [],
  // The newest fact of the log is told without the account that it concerns.
  "/admin": ["account"],
  "/admin/sessions": [],
  // How many accounts were given a profile: no field that a standard can be set for.
  "/admin/success-profiles": ["account"],
}

/** What a look-up or the list's table brings along beside what these routes show. */
const readUnshown: Readonly<Record<string, readonly string[]>> = {
  ...withoutFigures,
  // Names are matched in the table of the list; of its columns, only name and owner are read.
  "GET /find": ["health_score", "arr_movement", "contract", "touchpoint"],
  "GET /accounts/[slug]/beside": ["touchpoint"],
  "GET /api/v1/cs-ops/health/[customer_id]": ["arr_movement", "contract", "touchpoint"],
}

/** Files that write what these routes stream: the reader of code does not follow generators by name. */
const streams: Readonly<Record<string, string>> = {
  "app/(desk)/accounts/export/route.ts": "lib/server/accounts/accounts-csv.ts",
  "app/(desk)/admin/audit/csv/route.ts": "lib/server/audit/audit-csv.ts",
}

const read = (file: string) => {
  const stream = streams[file]
  const found = new Map([...tablesRead(file), ...(stream ? tablesRead(stream) : [])])
  // The list of accounts is read from a table that a command derives from the others.
  const derived = found.has("account_list")
    ? tablesRead("db/commands/account-list.ts")
    : new Map<string, string>()
  return new Map(
    [...found, ...derived].map(([table, text]) => [
      sameNoun[table] ?? table,
      `${text}\n${found.get(table) ?? ""}`,
    ]),
  )
}

const tracked = new Set(Object.values(places).map(([table]) => table))
const routes = routeFiles().filter(({ route }) => !aboutTheProduct.test(route) && route !== "/")

test("every page and endpoint that shows figures has its lines, and no line names another", () => {
  const named = new Set(figures.map(({ route }) => route))
  const unnamed = routes.map(({ route }) => route).filter((route) => !named.has(route))
  expect(unnamed.toSorted()).toEqual(Object.keys(withoutFigures).toSorted())
  expect([...named].filter((route) => !routes.some((one) => one.route === route))).toEqual([])
})

test.each(routes)("$route reads what its lines say, and its lines say what it reads", ({ route, file }) => {
  const found = read(file)
  const declared = new Set(figures.filter((one) => one.route === route).flatMap(({ inputs }) => inputs))
  for (const input of declared) {
    const [table, column] = places[input]
    expect(found.get(table) ?? "", `${input} of ${route}`).toMatch(column)
  }
  const declaredTables = new Set([...declared].map((input) => places[input][0]))
  const reads = [...found.keys()].filter(
    (table) => tracked.has(table) && !(table === "signal" && declared.has("health")),
  )
  expect(
    reads.filter((table) => !declaredTables.has(table) && !readUnshown[route]?.includes(table)),
    `tables that ${route} reads undeclared`,
  ).toEqual([])
})

test("the health score is made from what its line says", () => {
  const found = tablesRead("lib/server/health/rescore-workspace.ts")
  for (const input of healthInputs) {
    const [table, column] = places[input]
    expect(found.get(table) ?? "", input).toMatch(column)
  }
})

test("a planted untruth would be seen: the reader of code finds tables through functions and constants", () => {
  const health = tablesRead("app/api/v1/cs-ops/health/[customer_id]/route.ts")
  expect([...health.keys()]).toEqual(expect.arrayContaining(["account", "health_score", "health_override"]))
  expect(health.has("arr_movement") && health.has("contact")).toBe(false)
  expect(tablesRead("app/(desk)/accounts/[slug]/page.tsx").has("contact")).toBe(true)
})

test("a scored measure feeds what shows the score, another one what looks at readings alone", () => {
  expect(pagesOf(usesOf("signal.nps", { isScored: true }))).toEqual([
    "Home",
    "Accounts",
    "Accounts as a file",
    "Account",
    "Admin: health model",
    "API: health",
    "API: accounts",
  ])
  expect(usesOf("signal.nps", { isScored: false }).map(({ figure }) => figure)).toEqual([
    "Accounts that a late or failing source tells of",
    "Newest signals",
  ])
  expect(pagesOf(usesOf("contact.email", { isScored: false }))).toEqual(["Account"])
  expect(pagesOf(usesOf("account.segment", { isScored: false }))).toContain("API: health")
})

test("every field that a standard can be set for is used somewhere", () => {
  for (const { key } of recordFields) expect(usesOf(key, { isScored: false }).length, key).toBeGreaterThan(0)
})
