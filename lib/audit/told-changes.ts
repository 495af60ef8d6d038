import { isUuid } from "../id.ts"
import { roleWord } from "./event-words.ts"

export type ToldChange = { readonly field: string; readonly before: string; readonly after: string }

type Scalar = string | number | boolean | null

const fieldWords: Readonly<Record<string, string>> = {
  role: "Role",
  access: "Access",
  position: "Position",
  teamId: "Team",
  managerId: "Manager",
  ownerId: "Owner",
  fte: "FTE",
  level: "Level",
  cadenceDays: "Cadence in days",
  effortHoursPerMonth: "Hours per month",
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ["string", "number", "boolean"].includes(typeof value)

const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null

type RawChange = { readonly field: string; readonly before: Scalar; readonly after: Scalar }

/** What accounts had for owners before all of them got the same one; each former owner once. */
function ownerChanges(before: readonly unknown[], ownerId: unknown): RawChange[] {
  if (ownerId !== null && typeof ownerId !== "string") return []
  const former = before.map((each) => record(each)?.ownerId)
  return [...new Set(former)].flatMap((was) =>
    was === null || typeof was === "string" ? [{ field: "ownerId", before: was, after: ownerId }] : [],
  )
}

/** Reads `changes: [{field, before, after}]`, or `before` and `after` as values or as objects of values. */
function rawChanges(payload: unknown): RawChange[] {
  const told = record(payload)
  if (!told) return []
  if (Array.isArray(told.changes))
    return told.changes.flatMap((each: unknown) => {
      const { field, before, after } = record(each) ?? {}
      return typeof field === "string" && isScalar(before) && isScalar(after)
        ? [{ field, before, after }]
        : []
    })
  const { before, after } = told
  if (Array.isArray(before)) return ownerChanges(before, told.ownerId)
  if (isScalar(before) && isScalar(after)) return [{ field: "value", before, after }]
  const [was, is] = [record(before), record(after)]
  if (!was || !is) return []
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field) => {
    const [first, second] = [was[field] ?? null, is[field] ?? null]
    const differs = isScalar(first) && isScalar(second) && first !== second
    return differs ? [{ field, before: first, after: second }] : []
  })
}

/** The ids that the changes of a payload name, so that they can be looked up. */
export const namedIds = (payload: unknown): string[] =>
  rawChanges(payload)
    .flatMap(({ before, after }) => [before, after])
    .filter((value) => typeof value === "string" && isUuid(value)) as string[]

/**
 * What a fact changed, in words. Ids are told by the names given, or as "no longer known"; nothing as "none".
 */
export function toldChanges(payload: unknown, names: ReadonlyMap<string, string>): ToldChange[] {
  const words = (field: string, value: Scalar): string => {
    if (value === null || value === "") return "none"
    const text = String(value)
    if (isUuid(text)) return names.get(text) ?? "no longer known"
    return field === "role" ? roleWord(text) : text
  }
  return rawChanges(payload).map(({ field, before, after }) => ({
    field: fieldWords[field] ?? field,
    before: words(field, before),
    after: words(field, after),
  }))
}
