import { arrMovementKinds } from "#lib/contracts/schema.ts"
import { field, type KindSpec } from "../field-spec.ts"
import { accountReference } from "./account-reference.ts"

export const movementsKind: KindSpec = {
  kind: "movements",
  label: "ARR movements",
  oneRow: "one change of annual recurring revenue per row",
  others: "ignored",
  identity: [["account", "effectiveOn", "kind", "amount"]],
  fields: [
    accountReference,
    field(
      "effectiveOn",
      "Effective on",
      "day",
      ["effective on, effective date, effective, movement date", "date, day, month"],
      { isRequired: true },
    ),
    field(
      "kind",
      "Kind",
      "choice",
      ["kind, movement, movement kind, movement type, arr movement, type, change type"],
      {
        isRequired: true,
        choices: arrMovementKinds,
        synonyms: {
          newbusiness: "new",
          newlogo: "new",
          newcustomer: "new",
          upsell: "expansion",
          upgrade: "expansion",
          crosssell: "expansion",
          downgrade: "contraction",
          downsell: "contraction",
          churned: "churn",
          lost: "churn",
          cancelled: "churn",
          canceled: "churn",
          winback: "reactivation",
          reactivated: "reactivation",
        },
      },
    ),
    field(
      "amount",
      "Amount",
      "money",
      [
        "amount, arr, arr change, change, delta, arr delta, arr movement amount, value, amount usd, amount eur",
      ],
      { isRequired: true, expected: "A yearly amount such as 1200 or -300.50" },
    ),
    field("currency", "Currency", "text", ["currency, currency code"], {
      longest: 3,
      expected: "A code such as EUR",
    }),
  ],
}
