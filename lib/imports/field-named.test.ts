import { expect, test } from "vitest"
import { fieldNamed } from "./field-named.ts"
import { kindSpecs } from "./kinds.ts"

test.each([
  ["externalId", "externalId"],
  ["id", "externalId"],
  ["External id", "externalId"],
  ["owner", "ownerName"],
  ["contract end", "contractEnd"],
  ["Parent account", "parentExternalId"],
  ["mrr", "mrr"],
])("an account's field goes by its key, its label and its header words: %s", (word, key) => {
  expect(fieldNamed(kindSpecs.accounts, word)?.key).toBe(key)
})

test("uses of columns and unknown words are no fields", () => {
  expect(fieldNamed(kindSpecs.signals, "measure")).toBeUndefined()
  for (const word of ["ignore", "", "shoe size"]) expect(fieldNamed(kindSpecs.accounts, word)).toBeUndefined()
})
