import { expect, test } from "vitest"
import { permissions } from "../access/policy.ts"
import { permissionWord, permissionWords } from "./permission-words.ts"

test("every permission is told as what one may do", () => {
  expect(permissions.filter((permission) => permissionWords[permission] === undefined)).toEqual([])
  const told = permissions.map(permissionWord)
  expect(new Set(told).size).toBe(told.length)
})
