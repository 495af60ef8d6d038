import { expect, test } from "vitest"
import { freshnessMark } from "./freshness-mark.ts"
import type { SourceStanding, SourceState } from "./source-standing.ts"

const source = (name: string, state: SourceState, lateHours = 0) => ({
  name,
  standing: { state, lagHours: state === "silent" ? null : lateHours, lateHours } satisfies SourceStanding,
})
const wordsOf = (...sources: ReturnType<typeof source>[]) => {
  const { state, words } = freshnessMark(sources)
  return [state, words.replaceAll("\u00A0", " ")]
}

test("everything on time is said in short", () => {
  expect(wordsOf(source("CRM", "on_time"), source("Zendesk", "on_time"))).toEqual([
    "on_time",
    "All sources on time",
  ])
  expect(wordsOf(source("CRM", "on_time"))).toEqual(["on_time", "Source on time"])
})

test("the one that is late is named with its delay", () => {
  expect(wordsOf(source("CRM", "on_time"), source("Zendesk", "late", 6.4))).toEqual([
    "late",
    "Zendesk late 6 h",
  ])
  expect(wordsOf(source("Zendesk", "failing", 50))).toEqual(["failing", "Zendesk fails"])
})

test("several are counted, and a failure is the worst of them", () => {
  const late = [source("A", "late", 90), source("B", "late", 2)]
  expect(wordsOf(...late, source("C", "on_time"))).toEqual(["late", "2 of 3 sources late"])
  expect(wordsOf(...late, source("C", "failing"))).toEqual(["failing", "3 of 3 sources late or failing"])
  expect(wordsOf(source("A", "failing"), source("B", "failing"))).toEqual(["failing", "2 of 2 sources fail"])
})

test("who has told nothing yet spoils nothing, and a promise that nobody gave is not kept", () => {
  expect(wordsOf()).toEqual([null, "No source has told anything"])
  expect(wordsOf(source("New", "silent"))).toEqual([null, "No source has told anything"])
  expect(wordsOf(source("New", "silent"), source("CRM", "on_time"))).toEqual(["on_time", "Source on time"])
  expect(wordsOf(source("File", "no_promise"))).toEqual(["no_promise", "No source has a promise"])
})
