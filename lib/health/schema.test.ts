import { expect, test } from "vitest"
import { healthModel, scale } from "./schema.ts"
import { modelOf } from "./testing/model-of.ts"

const model = modelOf({ a: { weight: 60 }, b: { weight: 40 } })

const faultsOf = (candidate: unknown) =>
  healthModel.safeParse(candidate).error?.issues.map((issue) => issue.message)

test("a whole model is accepted", () => {
  expect(healthModel.parse(model)).toEqual(model)
})

test("weights in a group that do not sum to 100 are rejected with the sum and the remedy", () => {
  const [a, b] = model.measures
  expect(faultsOf({ ...model, measures: [a, { ...b, weight: 35 }] })).toEqual([
    'Weights of the measures in "All" sum to 95, not 100: add 5',
  ])
})

test("group weights that do not sum to 100 are rejected with the sum and the remedy", () => {
  expect(
    faultsOf({
      ...model,
      groups: [
        { ...model.groups[0], weight: 100 },
        { key: "x", label: "X", weight: 10 },
      ],
    }),
  ).toEqual([
    "Weights of the groups sum to 110, not 100: take away 10",
    'Group "X" has no measures: add one or remove the group',
  ])
})

test("tenths that add up to 100 pass although their float sum is not 100", () => {
  const [a, b] = model.measures
  const measures = [
    { ...a, weight: 33.3 },
    { ...b, weight: 33.3 },
    { ...b, key: "c", label: "C", weight: 33.4 },
  ]
  expect(faultsOf({ ...model, measures })).toBeUndefined()
})

test("a repeated key and an unknown group are named", () => {
  const [a, b] = model.measures
  expect(faultsOf({ ...model, measures: [a, { ...b, key: "a" }] })).toEqual([
    'Key "a" is used twice: rename one',
  ])
  expect(
    faultsOf({
      ...model,
      measures: [
        { ...a, weight: 100 },
        { ...b, groupKey: "gone" },
      ],
    })?.[0],
  ).toContain('the group "gone", which does not exist')
})

test("a banded scale runs one way over ascending edges", () => {
  const banded = (scores: number[], edges: number[]) =>
    scale.safeParse({
      kind: "banded",
      edges: edges.map((upTo, i) => ({ upTo, score: scores[i] })),
      above: scores.at(-1),
    }).success
  expect(banded([10, 50, 90], [1, 2])).toBe(true)
  expect(banded([90, 50, 10], [1, 2])).toBe(true)
  expect(banded([10, 90, 50], [1, 2])).toBe(false)
  expect(banded([10, 50, 90], [2, 2])).toBe(false)
})
