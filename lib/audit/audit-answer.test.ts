import { expect, test } from "vitest"
import { auditAnswer } from "./audit-answer.ts"

const newest = { who: "Ada", title: "Login changed", at: "Mon 16 Nov 09:00" }

test.each([
  [
    { count: 12, newest, isFiltered: false },
    "12 facts are kept. The newest: Login changed, by Ada, Mon 16 Nov 09:00.",
  ],
  [
    { count: 1, newest, isFiltered: true },
    "1 fact matches. The newest: Login changed, by Ada, Mon 16 Nov 09:00.",
  ],
  [
    { count: 10_001, newest, isFiltered: true },
    "More than 10,000 facts match. The newest: Login changed, by Ada, Mon 16 Nov 09:00.",
  ],
  [{ count: 0, newest: null, isFiltered: true }, "No fact matches these filters."],
  [{ count: 0, newest: null, isFiltered: false }, "Nothing was done in this workspace so far."],
])("the log answers %j", (asked, answer) => expect(auditAnswer(asked)).toBe(answer))
