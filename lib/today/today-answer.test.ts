import { expect, test } from "vitest"
import { type TodayAnswer, todayAnswer } from "./today-answer.ts"

const answer = (given: Partial<TodayAnswer>) =>
  todayAnswer({
    scope: "mine",
    accounts: 40,
    due: 0,
    late: 0,
    later: 0,
    next: null,
    today: "2026-11-16",
    ...given,
  })

test.each([
  [{ due: 3 }, "3 things need you today."],
  [{ due: 1 }, "1 thing needs you today."],
  [{ due: 12, late: 4 }, "12 things need you today, 4 of them more than a week late."],
  [{ due: 3, later: 2 }, "3 things need you today. 2 more are due within a week."],
  [{ due: 17, scope: "team" }, "17 things need your team today."],
  [{ due: 1204, scope: "all" }, "1,204 things need attention today."],
  [{ later: 1 }, "Nothing is due today. 1 more is due within a week."],
  [{}, "Nothing is due."],
  [
    { next: { what: "Touchpoint", name: "Halden", on: "2026-11-19" } },
    "Nothing is due. Next: touchpoint with Halden, Thu 19 Nov.",
  ],
  [{ accounts: 0 }, "No account is yours yet."],
  [{ accounts: 0, scope: "team" }, "Your team owns no account yet."],
  [{ accounts: 0, scope: "all" }, "No accounts yet."],
] as const)("%o", (given, words) => expect(answer(given)).toBe(words))
