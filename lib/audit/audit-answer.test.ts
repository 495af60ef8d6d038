import { expect, test } from "vitest"
import { auditAnswer } from "./audit-answer.ts"

const newest = { who: "Scoring", title: "Accounts scored", at: "Mon 16 Nov 10:00" }
const last = { who: "Ada", title: "Login changed", at: "Mon 16 Nov 09:00" }
const nobody = { count: 0, last: null }

test.each([
  [
    { count: 12, newest, isFiltered: false, today: { count: 3, last } },
    "3 changes by people today, the last: Login changed, by Ada, Mon 16 Nov 09:00.",
  ],
  [
    { count: 12, newest, isFiltered: false, today: { count: 10_001, last } },
    "More than 10,000 changes by people today, the last: Login changed, by Ada, Mon 16 Nov 09:00.",
  ],
  [
    { count: 12, newest, isFiltered: false, today: nobody },
    "No change by people today. The newest fact: Accounts scored, by Scoring, Mon 16 Nov 10:00.",
  ],
  [
    { count: 1, newest: last, isFiltered: true, today: { count: 3, last } },
    "1 fact matches. The newest: Login changed, by Ada, Mon 16 Nov 09:00.",
  ],
  [
    { count: 10_001, newest: last, isFiltered: true, today: nobody },
    "More than 10,000 facts match. The newest: Login changed, by Ada, Mon 16 Nov 09:00.",
  ],
  [{ count: 0, newest: null, isFiltered: true, today: nobody }, "No fact matches these filters."],
  [
    { count: 0, newest: null, isFiltered: false, today: nobody },
    "Nothing was done in this workspace so far.",
  ],
])("the log answers %j", (asked, answer) => expect(auditAnswer(asked)).toBe(answer))
