import { expect, test } from "vitest"
import { columnsParameter, readLook, withParameters } from "#components/grid/grid-look.ts"

const known = ["name", "health", "arr", "stage"]
const usual = ["name", "health", "arr"]
const look = (search: Record<string, string>, remembered?: string) =>
  readLook({ search, remembered, known, usual })

test("the address decides, then what was chosen last, then the usual", () => {
  expect(look({})).toEqual({ density: "default", columns: usual })
  expect(look({}, "compact").density).toBe("compact")
  expect(look({ density: "comfortable" }, "compact").density).toBe("comfortable")
  expect(look({ cols: "name,stage" }).columns).toEqual(["name", "stage"])
})

test("what is not known is dropped, and the row keeps its name", () => {
  expect(look({ density: "huge", cols: "stage,password" }, "tiny")).toEqual({
    density: "default",
    columns: ["name", "stage"],
  })
  expect(look({ cols: "" }).columns).toEqual(["name"])
})

test("columns keep the order of the table, and the usual ones need no words in the address", () => {
  expect(look({ cols: "arr,health" }).columns).toEqual(["name", "health", "arr"])
  expect(columnsParameter(["name", "health", "arr"], usual)).toBeUndefined()
  expect(columnsParameter(["name", "arr"], usual)).toBe("name,arr")
})

test("parameters are set and taken out, the others stay", () => {
  expect(withParameters("/accounts?q=a+b&sort=-arr", { peek: "halden", sort: undefined })).toBe(
    "/accounts?q=a+b&peek=halden",
  )
  expect(withParameters("/accounts?peek=x", { peek: undefined })).toBe("/accounts")
})
