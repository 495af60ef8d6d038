import { lifecycleStages, segments } from "#lib/accounts/schema.ts"
import { field, type KindSpec } from "../field-spec.ts"

export const accountsKind: KindSpec = {
  kind: "accounts",
  label: "Accounts",
  oneRow: "one account per row",
  others: "measures",
  identity: [["externalId"], ["domain"], ["name"]],
  fields: [
    field(
      "externalId",
      "External id",
      "text",
      ["customer id, account id, external id, company id, client id, crm id", "id"],
      {
        longest: 200,
        expected: "An id in every row",
      },
    ),
    field(
      "name",
      "Name",
      "text",
      ["account name, customer name, company name, name", "account, company, customer, client"],
      { longest: 400 },
    ),
    field("domain", "Domain", "text", ["domain, website, web site, company domain, url"], {
      longest: 253,
      expected: "A host name such as acme.com",
    }),
    field("industry", "Industry", "text", ["industry, sector, vertical"], { longest: 100 }),
    field("segment", "Segment", "choice", ["segment, customer segment, account segment", "tier, size"], {
      choices: segments,
      synonyms: {
        ent: "Enterprise",
        strategic: "Enterprise",
        mm: "Mid-Market",
        medium: "Mid-Market",
        small: "SMB",
        smallbusiness: "SMB",
        sme: "SMB",
      },
    }),
    field("region", "Region", "text", ["region, territory", "country"], { longest: 100 }),
    field("language", "Language", "text", ["language, locale"], { longest: 35 }),
    field("lifecycleStage", "Lifecycle stage", "choice", ["lifecycle stage, stage, lifecycle"], {
      choices: lifecycleStages,
      synonyms: {
        implementation: "onboarding",
        live: "adoption",
        renewing: "renewal",
        cancelled: "churned",
        canceled: "churned",
        lost: "churned",
      },
    }),
    field(
      "ownerName",
      "Owner",
      "person",
      ["csm, account owner, account manager, customer success manager, owner, csm name"],
      { longest: 200 },
    ),
    field(
      "parentExternalId",
      "Parent account",
      "account",
      ["parent, parent id, parent account, parent account id, parent external id"],
      { longest: 200, expected: "The external id of another account" },
    ),
    field("arr", "Annual recurring revenue", "money", [
      "arr, annual recurring revenue, arr usd, arr eur, current arr",
    ]),
    field("mrr", "Monthly recurring revenue", "money", ["mrr, monthly recurring revenue, mrr usd, mrr eur"], {
      expected: "An amount such as 1000 or 1,000.50",
    }),
    field("contractStart", "Contract start", "day", [
      "contract start, contract start date, start of contract",
    ]),
    field("contractEnd", "Contract end", "day", [
      "renewal date, contract end, contract end date, contract renewal date",
      "renewal, renews on",
    ]),
    field("day", "Day of the values", "day", ["as of, as of date, snapshot date, day of values"]),
  ],
}
