import { z } from "zod"
import { arrMovementKinds } from "#lib/contracts/schema.ts"
import { touchpointTypes } from "#lib/touchpoints/schema.ts"

const day = z.iso.date()

/** What the database tells of an entry, by its kind. */
export const storedFacts = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("note"),
    text: z.string(),
    author: z.string(),
    version: z.int(),
    editedBy: z.string().nullable(),
    editedAt: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("touchpoint"),
    type: z.enum(touchpointTypes),
    person: z.string().nullable(),
    text: z.string().nullable(),
    nextOn: day.nullable(),
  }),
  z.object({
    kind: z.literal("judgement"),
    value: z.int(),
    reason: z.string(),
    author: z.string(),
  }),
  z.object({
    kind: z.literal("arr"),
    movement: z.enum(arrMovementKinds),
    amountCents: z.number(),
    currency: z.string(),
    source: z.string(),
  }),
  z.object({
    kind: z.literal("contract"),
    what: z.enum(["starts", "ended"]),
    endsOn: day,
    externalId: z.string(),
  }),
  z.object({
    kind: z.literal("owner"),
    author: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("import"),
    runId: z.string(),
    fileName: z.string(),
    author: z.string(),
    readings: z.int(),
  }),
])
export type StoredFacts = z.infer<typeof storedFacts>

export type StoredEntry = { readonly wall: string; readonly id: string; readonly facts: StoredFacts }
