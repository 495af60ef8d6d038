import { expect, test } from "vitest"
import { type EventType, eventPayloads } from "../events/schema.ts"
import { eventDetail, eventTitle, eventWords } from "./event-words.ts"

const types = Object.keys(eventPayloads) as EventType[]

test("every type of event has words of its own", () => {
  expect(types.filter((type) => eventWords[type] === undefined)).toEqual([])
  const titles = types.map(eventTitle)
  expect(new Set(titles).size).toBe(titles.length)
  for (const title of titles) expect(title).toMatch(/^[A-Z][A-Za-z :]+[a-z]$/)
})

test("a fact is told with its particulars", () => {
  expect(eventTitle("health.rescored")).toBe("Accounts scored")
  expect(eventDetail("health.rescored", { day: "2026-11-16", accounts: 1, changedBand: 0, all: true })).toBe(
    "1 account for 2026-11-16, 0 changed band",
  )
  const put = { accountIds: [], kind: "renewal", untilDay: "2026-11-20" }
  expect(eventDetail("today.put_away", put, (day) => `day ${day.slice(8)}`)).toBe("renewal, until day 20")
  expect(
    eventDetail("quality.standard_set", { field: "account.domain", dimension: "validity", atLeast: 0.955 }),
  ).toBe("account.domain, validity: at least 95.5 %")
  expect(eventDetail("source.terms_set", { source: "crm", promiseHours: null })).toMatch(/rhythm/)
})

test("what is not known is told by its type, and an unreadable payload by its title alone", () => {
  expect(eventTitle("case.reopened_twice")).toBe("Case reopened twice")
  expect(eventDetail("case.reopened_twice", {})).toBeNull()
  expect(eventDetail("health.rescored", { accounts: "many" })).toBeNull()
  expect(eventDetail("constructor", {})).toBeNull()
})
