import { compactName } from "./compact-name.ts"
import { type ImportField, importFields } from "./schema.ts"

/** Headers by which a field is found; an earlier line wins over a later one, within a line they are equals. */
const words: Record<ImportField, readonly string[]> = {
  externalId: ["customer id, account id, external id, company id, client id, crm id", "id"],
  name: ["account name, customer name, company name, name", "account, company, customer, client"],
  domain: ["domain, website, web site, company domain, url"],
  industry: ["industry, sector, vertical"],
  segment: ["segment, customer segment, account segment", "tier, size"],
  region: ["region, territory", "country"],
  language: ["language, locale"],
  lifecycleStage: ["lifecycle stage, stage, lifecycle"],
  ownerName: ["csm, account owner, account manager, customer success manager, owner, csm name"],
  parentExternalId: ["parent, parent id, parent account, parent account id, parent external id"],
  arr: ["arr, annual recurring revenue, arr usd, arr eur, current arr"],
  mrr: ["mrr, monthly recurring revenue, mrr usd, mrr eur"],
  contractStart: ["contract start, contract start date, start of contract"],
  contractEnd: ["renewal date, contract end, contract end date, contract renewal date", "renewal, renews on"],
}

export type HeaderMatch = { readonly field: ImportField; readonly rank: number }

const byHeader = new Map<string, HeaderMatch>(
  importFields.flatMap((field) =>
    words[field].flatMap((line, rank) =>
      line.split(", ").map((header): [string, HeaderMatch] => [compactName(header), { field, rank }]),
    ),
  ),
)

/** The field that a header names by itself; null for a signal. Rank 0 is the surest. */
export const fieldOfHeader = (header: string): HeaderMatch | null => byHeader.get(compactName(header)) ?? null
