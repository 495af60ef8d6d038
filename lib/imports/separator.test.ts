import { expect, test } from "vitest"
import { guessSeparator } from "./separator.ts"

test("the header decides between comma, semicolon, tab and pipe", () => {
  expect(guessSeparator("id,name,arr\n1,a,2")).toBe(",")
  expect(guessSeparator("id;name;arr\n1;a;1,5")).toBe(";")
  expect(guessSeparator("id\tname\n1\ta, b, c")).toBe("\t")
  expect(guessSeparator("id|name\r\n1|a")).toBe("|")
})

test("separators inside quotes do not count", () => {
  expect(guessSeparator('"last, first, middle";id\nx;1')).toBe(";")
})

test("between two that occur equally often, the one that repeats in every row", () => {
  expect(guessSeparator("a,b;c\n1;2\n3;4")).toBe(";")
})

test("a single column is a comma file", () => {
  expect(guessSeparator("id\n1\n2")).toBe(",")
  expect(guessSeparator("")).toBe(",")
})
