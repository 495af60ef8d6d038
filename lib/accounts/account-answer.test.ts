import { expect, test } from "vitest"
import { type AccountAnswer, accountAnswer } from "#lib/accounts/account-answer.ts"

const base: AccountAnswer = {
  health: 38,
  band: "red",
  reasons: ["Contract Month-to-month", "Tenure 2 months", "Tickets 9"],
  judged: null,
  arrCents: 420_000_00,
  currency: "USD",
  renewsOn: "2026-12-28",
  today: "2026-11-16",
}

test.each<[Partial<AccountAnswer>, string]>([
  [
    {},
    "Act now at 38, pulled down most by Contract Month-to-month and Tenure 2 months. $420k ARR renews in 42 days.",
  ],
  [
    { health: 80, band: "green", reasons: ["Usage 92 %"], renewsOn: null },
    "Good at 80, lifted most by Usage 92 %. $420k ARR.",
  ],
  [{ health: 50, reasons: [], arrCents: null }, "Act now at 50. The contract renews in 42 days."],
  [
    { judged: { author: "Lena Meyer", computed: 80 }, renewsOn: null },
    "Act now at 38, as Lena Meyer judges; computed is 80. $420k ARR.",
  ],
  [
    { judged: { author: "Lena Meyer", computed: null }, arrCents: null, renewsOn: null },
    "Act now at 38, as Lena Meyer judges; there is no computed score.",
  ],
  [
    { health: null, band: "insufficient", arrCents: null, renewsOn: null },
    "No score yet: too few measures are known.",
  ],
])("%j", (over, sentence) => {
  expect(accountAnswer({ ...base, ...over })).toBe(sentence)
})
