import { measureOfField, type RecordField } from "./fields.ts"

/**
 * What a figure is made from: a field of a record, the readings of measures as they were told (`signal`), or the
 * health score (`health`), which is made from readings in its turn.
 */
export type FigureInput = RecordField | "signal" | "health"

export type Figure = {
  /** The folder of the page, or the endpoint with its method: what `lineage.test.ts` compares with the code. */
  readonly route: string
  readonly page: string
  readonly figure: string
  readonly inputs: readonly FigureInput[]
}

const on =
  (route: string, page: string) =>
  (figure: string, ...inputs: FigureInput[]): Figure => ({
    route,
    page,
    figure,
    inputs,
  })

const home = on("/home", "Home")
const accounts = on("/accounts", "Accounts")
const accountsFile = on("GET /accounts/export", "Accounts as a file")
const account = on("/accounts/[slug]", "Account")
const beside = on("GET /accounts/[slug]/beside", "Account")
const search = on("GET /find", "Search")
const scope = on("GET /scope", "Scope")
const people = on("/admin/people", "Admin: people")
const healthModel = on("/admin/health-model", "Admin: health model")
const audit = on("/admin/audit", "Admin: audit")
const auditFile = on("GET /admin/audit/csv", "Admin: audit as a file")
const healthAnswer = on("GET /api/v1/cs-ops/health/[customer_id]", "API: health")
const accountsAnswer = on("GET /api/v1/cs-ops/accounts", "API: accounts")

/** Every figure of the product that is made from data of others, page by page. */
export const figures: readonly Figure[] = [
  home("Health that fell, moves since yesterday and their reasons", "health"),
  home("Conversations that are due", "touchpoint.happened_at", "contract.ends_on", "account.segment"),
  home("Accounts that a late or failing source tells of", "signal"),
  home("ARR, and the ARR of those to act on now", "account.arr", "health"),
  home("Renewals", "contract.ends_on"),
  home("Touchpoints of four weeks", "touchpoint.happened_at"),
  home("Whose accounts, and those that nobody owns", "account.owner"),
  home("Name", "account.name"),
  accounts("Health, change, reasons and the sentence above", "health"),
  accounts("ARR, and the ARR of those that need attention", "account.arr"),
  accounts("Renewal", "contract.ends_on"),
  accounts("Owner, and the filter by owner", "account.owner"),
  accounts("Filter by segment", "account.segment"),
  accounts("Last contact", "touchpoint.happened_at"),
  accounts("Name and search", "account.name"),
  accountsFile("Health, its weeks, change and reasons", "health"),
  accountsFile("Exposure", "health", "account.arr", "contract.ends_on"),
  accountsFile("ARR", "account.arr"),
  accountsFile("Renewal", "contract.ends_on"),
  accountsFile("Owner and segment", "account.owner", "account.segment"),
  accountsFile("Last contact", "touchpoint.happened_at"),
  accountsFile("Name", "account.name"),
  account("Health with its parts, history and next band", "health"),
  account("Newest signals", "signal"),
  account("ARR and its movements", "account.arr"),
  account("Contracts and renewal", "contract.ends_on"),
  account("Contacts", "account.contact", "contact.email"),
  account("Touchpoints and last contact", "touchpoint.happened_at"),
  account("Name", "account.name"),
  account("Facts of the account", "account.owner", "account.segment", "account.industry", "account.domain"),
  beside(
    "Which account is next or previous, by exposure",
    "health",
    "account.arr",
    "contract.ends_on",
    "account.name",
  ),
  search("Name", "account.name"),
  search("Owner, and how many accounts a person owns", "account.owner"),
  scope("Owners that pages can be narrowed to", "account.owner"),
  people("How many accounts a person owns", "account.owner"),
  healthModel("Preview: who would change band", "health"),
  healthModel("Name", "account.name"),
  healthModel(
    "Accounts with and without a score",
    "health",
    "account.arr",
    "contract.ends_on",
    "touchpoint.happened_at",
  ),
  audit("Name, and the filter by account", "account.name"),
  auditFile("Name, and the filter by account", "account.name"),
  healthAnswer("Score with its parts", "health"),
  healthAnswer("Name", "account.name"),
  accountsAnswer("Health, change and reasons", "health"),
  accountsAnswer("ARR", "account.arr"),
  accountsAnswer("Renewal", "contract.ends_on"),
  accountsAnswer("Owner and segment", "account.owner", "account.segment"),
  accountsAnswer("Last contact", "touchpoint.happened_at"),
  accountsAnswer("Name", "account.name"),
]

/** What the health score is made from: readings, and what decides which model scores an account. */
export const healthInputs: readonly FigureInput[] = ["signal", "account.segment", "account.industry"]

/** Where a figure can be seen, without the figure: "Accounts: ARR". */
export type Use = Pick<Figure, "route" | "page" | "figure">

/**
 * The figures that a field feeds. A measure feeds what looks at readings themselves always, and what the
 * health score shows only when a published model scores it.
 */
export function usesOf(field: string, { isScored }: { isScored: boolean }): Use[] {
  const measure = measureOfField(field)
  const input = measure === null ? field : "signal"
  const reachesHealth = measure === null ? healthInputs.some((one) => one === field) : isScored
  return figures
    .filter(({ inputs }) => inputs.some((one) => one === input || (reachesHealth && one === "health")))
    .map(({ route, page, figure }) => ({ route, page, figure }))
}

/** The pages of some uses, each once, in order. */
export const pagesOf = (uses: readonly Use[]): string[] => [...new Set(uses.map(({ page }) => page))]
