import type { Page } from "@playwright/test"
import { writeNote } from "#db/commands/notes.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { expect, test } from "#e2e/fixtures.ts"
import { type AccountPlan, arrangeAccounts } from "#e2e/world/accounts.ts"
import { tieToCsm } from "#e2e/world/book.ts"
import { database } from "#e2e/world/database.ts"
import { type TestWorkspace, today } from "#e2e/world/workspace.ts"
import { accountsQuery } from "#lib/accounts/list-query.ts"
import { auditQuery } from "#lib/audit/audit-query.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { newId } from "#lib/platform/new-id.ts"
import { timelineQuery } from "#lib/timeline/schema.ts"
import { todayQuery } from "#lib/today/schema.ts"

// What a control sets stands in the address, and the copied link opens the same state elsewhere.

const book: AccountPlan[] = Array.from({ length: 104 }, (_, place) => ({
  externalId: `U${place}`,
  name: `Company ${String(place + 1).padStart(3, "0")}`,
  usage: (place * 7) % 101,
  tickets: place % 7,
  segment: (["Enterprise", "Mid-Market", "SMB"] as const)[place % 3]!,
  ownerName: place % 2 === 0 ? "Test csm" : "Oscar Owner",
  arrCents: (place + 1) * 100_000,
  endsOn: addDays(today, 20 + place * 5),
}))

/** Three pages of accounts of two owners, one of them in a team and who looks, and a long past of the first account. */
async function arranged(workspace: TestWorkspace) {
  const [first] = await arrangeAccounts(workspace, book)
  const { owner } = database()
  const teamId = newId()
  await owner`insert into team (workspace_id, id, name) values (${workspace.id}, ${teamId}, 'North')`
  await owner`update person set team_id = ${teamId} where workspace_id = ${workspace.id} and name = 'Test csm'`
  await tieToCsm(workspace, ["csm", "admin"])
  const author = workspace.as("csm")
  for (let note = 0; note < 120; note += 1)
    await inWorkspace(author, (tx) =>
      writeNote(tx, author, { accountId: first!.id, text: `Note ${note + 1}` }),
    )
  return first!
}

/** Everything that a reader could tell two states of a page apart by. */
const stateOf = (page: Page) =>
  page.evaluate(() => ({
    // The place of a shared link names its workspace on the way; the address that stays is compared.
    address: location.pathname + location.search,
    words: [...document.querySelectorAll("main table, main h1, main h2, main p, main [aria-label]")]
      .filter((element) => element.checkVisibility())
      .map((element) => element.textContent?.replace(/\s+/g, " ").trim()),
    fields: [...document.querySelectorAll<HTMLInputElement>("main input, main select")].map(
      ({ name, type, value, checked }) => [name, type === "checkbox" ? checked : value],
    ),
    marks: [...document.querySelectorAll("main [aria-current], main [aria-sort]")].map((element) => [
      element.textContent,
      element.getAttribute("aria-current") ?? element.getAttribute("aria-sort"),
    ]),
    density: document.querySelector("[data-density]")?.getAttribute("data-density"),
  }))

/** Copies the link as a person does, and gives what the clipboard has. */
async function copiedLink(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"))
  await expect(async () => {
    await page.keyboard.press("c")
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^http/)
  }).toPass({ timeout: 20_000 })
  return page.evaluate(() => navigator.clipboard.readText())
}

type Try = {
  readonly names: readonly string[]
  readonly from: string
  readonly set: (page: Page) => Promise<unknown>
}

/** Sets, copies, opens in a browser that has nothing of the first one, and compares. */
async function roundTrip(
  { page, elsewhere }: { page: Page; elsewhere: () => Promise<Page> },
  { names, from, set }: Try,
): Promise<void> {
  await page.goto(from)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await set(page)
  for (const name of names) await expect(page, name).toHaveURL(new RegExp(`[?&]${name}=`))
  const link = await copiedLink(page)
  const other = await elsewhere()
  await other.goto(link)
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(async () => {
    expect(await stateOf(other), names.join()).toEqual(await stateOf(page))
  }).toPass({ timeout: 20_000 })
  await other.context().close()
}

const choose = (label: string, value: string) => async (page: Page) => {
  await page.getByRole("main").getByLabel(label, { exact: true }).selectOption(value)
  await page.getByRole("button", { name: "Show matching" }).click()
}
const fill = (label: string, text: string) => async (page: Page) => {
  await page.getByRole("main").getByLabel(label, { exact: true }).fill(text)
  await page.getByRole("button", { name: "Show matching" }).click()
}
const follow = (name: string | RegExp) => (page: Page) =>
  page.getByRole("main").getByRole("link", { name }).first().click()

/** The owner stood in the address before as well: only what is gone tells that the list has answered. */
async function removeDue(page: Page): Promise<void> {
  await follow("Remove filter Renews within 90 d")(page)
  await expect(page).not.toHaveURL(/due=/)
}

async function hideColumn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Columns" }).click()
  await expect(async () => {
    await page.getByRole("checkbox", { name: "13 weeks" }).uncheck({ timeout: 2_000 })
    await expect(page).toHaveURL(/cols=/, { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.keyboard.press("Escape")
}

async function setRowHeight(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByLabel("Row height").selectOption("compact")
    await expect(page).toHaveURL(/density=/, { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

async function peek(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("j")
    await page.keyboard.press("Space")
    await expect(page).toHaveURL(/peek=/, { timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}

type Choice = string | { readonly label: string }

/** What the frame sets from its bar, on every page that follows it. */
const inBar =
  (name: "Scope" | "Period", chosen: Readonly<Record<string, Choice>>) =>
  async (page: Page): Promise<void> => {
    const menu = page.getByRole("dialog", { name })
    const field = (label: string) => menu.getByLabel(label, { exact: true })
    for (const [label, option] of Object.entries(chosen)) {
      await expect(async () => {
        if (!(await field(label).isVisible()))
          await page
            .getByRole("banner")
            .getByRole("button", { name: new RegExp(`^${name}`) })
            .click({ timeout: 2_000 })
        await expect(field(label)).toBeVisible({ timeout: 4_000 })
      }).toPass({ timeout: 20_000 })
      await field(label).selectOption(option)
    }
    await menu.getByRole("button", { name: /^Show this/ }).click()
  }
const inScope = (label: string, option: Choice) => inBar("Scope", { [label]: option })
const inPeriod = inBar("Period", { Period: "13w", "Compare with": "prev" })

/** Set in the address itself: a control may stand on another page than this one. */
const asked = (path: string, names: readonly string[]): Try => ({
  names,
  from: path,
  set: (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible(),
})

const filtersOfList: readonly Try[] = [
  { names: ["q"], from: "/accounts", set: fill("Account name", "Company 01") },
  { names: ["band"], from: "/accounts", set: choose("Health", "red") },
  { names: ["stage"], from: "/accounts", set: choose("Stage", "renewal") },
  { names: ["owner"], from: "/accounts", set: choose("Owner", "me") },
  { names: ["due"], from: "/accounts", set: choose("Renewal", "90d") },
  { names: ["quiet"], from: "/accounts", set: choose("Last contact", "30d") },
  { names: ["view", "lost"], from: "/accounts", set: follow("Renewing in 90 d") },
  { names: ["owner"], from: "/accounts?owner=me&due=90d", set: removeDue },
  { names: ["seg"], from: "/accounts", set: inScope("Segment", "SMB") },
  { names: ["team"], from: "/accounts", set: inScope("Team of the owner", { label: "North" }) },
  asked("/accounts?segment=SMB", ["seg(ment)?"]),
  asked("/accounts?plot=health&health=40..60", ["plot", "health"]),
]

const looksOfList: readonly Try[] = [
  { names: ["sort"], from: "/accounts?owner=me", set: follow("ARR") },
  { names: ["cols"], from: "/accounts", set: hideColumn },
  { names: ["after"], from: "/accounts?sort=name", set: follow("Next") },
  {
    names: ["before"],
    from: "/accounts?sort=name",
    set: async (page) => {
      await follow("Next")(page)
      await expect(page.getByText(/^Rows 51 to 100 /)).toBeVisible()
      await follow("Next")(page)
      await expect(page.getByText(/^Rows 101 to 104 /)).toBeVisible()
      await follow("Previous")(page)
    },
  },
  { names: ["peek"], from: "/accounts?sort=name", set: peek },
  { names: ["period", "cmp"], from: "/accounts", set: inPeriod },
  // The last one: this browser remembers the height that was chosen.
  { names: ["density"], from: "/accounts", set: setRowHeight },
]

const ofHome: readonly Try[] = [
  { names: ["scope"], from: "/home", set: follow(/^All$/) },
  { names: ["rows"], from: "/home", set: follow(/Touchpoints in 4 weeks$/) },
  { names: ["period", "cmp"], from: "/home", set: inPeriod },
  { names: ["seg"], from: "/home", set: inScope("Segment", "SMB") },
  { names: ["owner"], from: "/home?scope=all", set: inScope("Owner", "me") },
  { names: ["team"], from: "/home?scope=all", set: inScope("Team of the owner", { label: "North" }) },
]

const ofAudit: readonly Try[] = [
  { names: ["who"], from: "/admin/audit", set: fill("Who", "csm") },
  { names: ["what"], from: "/admin/audit", set: choose("What", "note.written") },
  { names: ["account"], from: "/admin/audit", set: fill("Account", "Company 001") },
  { names: ["from"], from: "/admin/audit", set: fill("From", addDays(today, -1)) },
  { names: ["to"], from: "/admin/audit", set: fill("To", today) },
  { names: ["via"], from: "/admin/audit", set: choose("Via", "command_line") },
  { names: ["before"], from: "/admin/audit", set: follow(/Next|Earlier|Older/) },
]

const ofAccount = (slug: string): readonly Try[] => [
  { names: ["view"], from: `/accounts/${slug}`, set: follow("Exec view") },
  { names: ["period", "cmp"], from: `/accounts/${slug}`, set: inPeriod },
  { names: ["kind"], from: `/accounts/${slug}`, set: follow("Notes") },
  { names: ["before"], from: `/accounts/${slug}`, set: follow("Earlier") },
]

const shapeOf = (schema: { shape: object } | { out: unknown }): string[] => {
  const { shape } = ("out" in schema ? schema.out : schema) as { shape: object }
  return Object.keys(shape)
}

/** A segment is called by the frame's word. */
const elsewhereTried = ["segment"]

test("every parameter of these pages has its round trip", () => {
  const tried = (tries: readonly Try[]) => tries.flatMap(({ names }) => names)
  for (const [page, schema, tries] of [
    ["accounts", accountsQuery, [...filtersOfList, ...looksOfList]],
    ["home", todayQuery, ofHome],
    ["audit", auditQuery, ofAudit],
    ["account", timelineQuery, ofAccount("any")],
  ] as const) {
    const known = [...tried(tries), ...elsewhereTried]
    expect(
      shapeOf(schema).filter((name) => !known.includes(name)),
      page,
    ).toEqual([])
  }
})

for (const [page, role, tries] of [
  ["the list of accounts, which match", "csm", () => filtersOfList],
  ["the list of accounts, how it looks", "csm", () => looksOfList],
  ["Home", "csm", () => ofHome],
  ["the audit", "admin", () => ofAudit],
  ["an account", "csm", ofAccount],
] as const)
  test(`what is set on ${page} opens the same from its link`, async ({ workspace, pageOf }) => {
    test.setTimeout(300_000)
    const { slug } = await arranged(workspace)
    const member = workspace.members[role]
    const first = await pageOf(member)
    await first.context().grantPermissions(["clipboard-read", "clipboard-write"])
    for (const one of tries(slug))
      await test.step(one.names.join(), () =>
        roundTrip({ page: first, elsewhere: () => pageOf(member) }, one),
      )
  })
