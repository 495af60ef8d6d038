import { field, type KindSpec } from "../field-spec.ts"
import { accountReference } from "./account-reference.ts"

/** Long (account, measure, day, value) when a header names measure and value; else every other column is a measure. */
export const signalsKind: KindSpec = {
  kind: "signals",
  label: "Signals",
  oneRow: "one reading per row, or one account and day per row with a column for each measure",
  others: "measures",
  identity: [
    ["account", "measureName", "day"],
    ["account", "day"],
  ],
  fields: [
    accountReference,
    field("day", "Day", "day", [
      "day, date, observed on, as of, snapshot date, period, month",
      "timestamp, time, observed at",
    ]),
    field(
      "measureName",
      "Name of the measure",
      "text",
      ["measure, metric, signal, measure key, metric name, measure name"],
      {
        longest: 120,
      },
    ),
    field("value", "Value", "text", ["value, reading, amount, count, metric value"], { longest: 200 }),
  ],
}
