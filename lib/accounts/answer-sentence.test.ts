import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type AccountsAnswer, accountsAnswer } from "#lib/accounts/answer-sentence.ts"

const answer = (over: Partial<AccountsAnswer>): string =>
  accountsAnswer({
    matching: 86,
    all: 86,
    lost: 0,
    needAttention: 14,
    needAttentionArrCents: 190_000_000,
    withoutScore: 0,
    notYetScored: 0,
    currency: "USD",
    ...over,
  })

test.each<[Partial<AccountsAnswer>, string]>([
  [{}, "14 of 86 accounts need attention, $1.9M ARR."],
  [{ needAttention: 1 }, "1 of 86 accounts needs attention, $1.9M ARR."],
  [{ needAttentionArrCents: null }, "14 of 86 accounts need attention."],
  [{ needAttention: 0, needAttentionArrCents: 0 }, "None of 86 accounts needs attention."],
  [{ matching: 14 }, "All 14 accounts need attention, $1.9M ARR."],
  [{ withoutScore: 5 }, "14 of 86 accounts need attention, $1.9M ARR. 5 cannot be scored: too little data."],
  [{ needAttention: 0, withoutScore: 86, notYetScored: 86 }, "86 accounts, not scored yet."],
  [
    { withoutScore: 9, notYetScored: 4 },
    "14 of 86 accounts need attention, $1.9M ARR. 5 cannot be scored: too little data. 4 not scored yet.",
  ],
  [{ needAttention: 0, withoutScore: 86 }, "None of 86 accounts can be scored: too little data."],
  [{ matching: 1, needAttention: 1 }, "1 account, and it needs attention, $1.9M ARR."],
  [{ matching: 1, needAttention: 0 }, "1 account, and it does not need attention."],
  [
    { matching: 1, needAttention: 0, withoutScore: 1 },
    "1 account, and it cannot be scored: too little data.",
  ],
  [{ matching: 0, needAttention: 0 }, "None of 86 accounts matches."],
  [{ matching: 0, all: 0, needAttention: 0 }, "No accounts yet."],
  [{ matching: 96, lost: 10 }, "14 of 86 accounts need attention, $1.9M ARR. 10 more are lost."],
  [{ matching: 15, lost: 1 }, "All 14 accounts need attention, $1.9M ARR. 1 more is lost."],
  [{ matching: 4, lost: 3, needAttention: 0 }, "1 account, and it does not need attention. 3 more are lost."],
  [
    { matching: 6, lost: 1, needAttention: 0, withoutScore: 5, notYetScored: 5 },
    "5 accounts, not scored yet. 1 more is lost.",
  ],
  [{ matching: 3, lost: 3, needAttention: 0 }, "All 3 accounts are lost."],
  [{ matching: 1, lost: 1, needAttention: 0 }, "1 account, and it is lost."],
])("%j", (over, sentence) => {
  expect(answer(over)).toBe(sentence)
})

test("every number in the sentence is one of the data", () => {
  const counts = fc
    .tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000), fc.nat(2000), fc.nat(2000))
    .map(([attention, unscored, fine, hidden, lost]) => ({
      customers: attention + unscored + fine,
      lost,
      needAttention: attention,
      withoutScore: unscored,
      matching: attention + unscored + fine + lost,
      all: attention + unscored + fine + lost + hidden,
      needAttentionArrCents: 31_000_000,
    }))
  fc.assert(
    fc.property(counts, (data) => {
      const told =
        answer(data)
          .replace("$310k", "")
          .match(/\d[\d,]*/g) ?? []
      const known = new Set<number>(Object.values(data))
      return told.every((number) => known.has(Number(number.replaceAll(",", ""))))
    }),
  )
})
