import { field, type KindSpec } from "../field-spec.ts"
import { accountReference } from "./account-reference.ts"

export const contractsKind: KindSpec = {
  kind: "contracts",
  label: "Contracts",
  oneRow: "one contract per row, or one product of a contract per row",
  others: "ignored",
  identity: [
    ["externalId", "product"],
    ["externalId"],
    ["account", "startsOn", "product"],
    ["account", "startsOn"],
    ["account", "endsOn"],
  ],
  fields: [
    field(
      "externalId",
      "Contract id",
      "text",
      ["contract id, contract number, agreement id, subscription id, contract external id, contract", "id"],
      { longest: 200 },
    ),
    accountReference,
    field("startsOn", "Start", "day", [
      "start, start date, starts on, contract start, contract start date, from, valid from",
    ]),
    field(
      "endsOn",
      "End",
      "day",
      [
        "end, end date, ends on, contract end, contract end date, renewal date, valid to, expires",
        "to, renewal, renews on",
      ],
      { isRequired: true },
    ),
    field("noticeOn", "Notice by", "day", ["notice, notice by, notice date, notice on, cancel by"]),
    field("autoRenews", "Renews by itself", "boolean", [
      "auto renew, auto renews, auto renewal, autorenew, automatic renewal, renews automatically",
    ]),
    field("currency", "Currency", "text", ["currency, currency code"], {
      longest: 3,
      expected: "A code such as EUR",
    }),
    field("product", "Product", "text", ["product, sku, product name, product code, item"], { longest: 200 }),
    field("quantity", "Quantity", "number", ["quantity, qty, seats, licences, licenses, units"], {
      range: [0, 2_000_000_000],
      isWhole: true,
    }),
    field("listPrice", "List price", "money", ["list price, list amount, list"]),
    field("paidPrice", "Paid price", "money", [
      "paid price, price, net price, amount, contract value, total, paid",
    ]),
  ],
}
