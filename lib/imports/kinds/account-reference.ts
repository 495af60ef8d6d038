import { type FieldSpec, field } from "../field-spec.ts"

/** The column by which a row of another kind names its account. */
export const accountReference: FieldSpec = field(
  "account",
  "Account",
  "account",
  [
    "account id, customer id, account external id, company id, client id, external account id",
    "account, customer, company, client, account name, customer name, company name",
    "domain, account domain, company domain, website",
    "id",
  ],
  { isRequired: true, longest: 400 },
)
