import { z } from "zod"

/** A field as it was and as it became. */
const scalar = z.union([z.string(), z.number(), z.null()])
const changes = z.array(z.object({ field: z.string(), before: scalar, after: scalar })).max(100)

const accountIds = z.object({ accountIds: z.array(z.string()).max(200).optional() })

/** Past-tense facts. The key is the event's type; the shape is its payload, small and free of personal data. */
export const eventPayloads = {
  "workspace.created": z.object({ kind: z.string() }),
  "import.finished": z.object({
    kind: z.string(),
    fileName: z.string(),
    created: z.number(),
    updated: z.number(),
    skipped: z.number(),
    signals: z.number(),
  }),
  "import.refused": z.object({ kind: z.string(), fileName: z.string(), problems: z.number() }),
  "import.failed": z.object({ kind: z.string(), fileName: z.string() }),
  "import.undone": z.object({
    kind: z.string(),
    fileName: z.string(),
    takenBack: z.number(),
    leftAlone: z.number(),
  }),
  "accounts.written": accountIds.extend({ created: z.number(), updated: z.number() }),
  "accounts.owner_assigned": accountIds.extend({
    ownerId: z.string().nullable(),
    /** What to put back, account by account, for who takes the change back. */
    before: z
      .array(
        z.object({
          accountId: z.string(),
          ownerId: z.string().nullable(),
          version: z.number(),
          updatedAt: z.string(),
        }),
      )
      .max(2_000),
  }),
  "accounts.owner_restored": accountIds.extend({
    eventId: z.string(),
    restored: z.number(),
    leftAlone: z.number(),
  }),
  "signals.received": accountIds.extend({ count: z.number(), source: z.string() }),
  "people.written": z.object({ count: z.number() }),
  "person.changed": accountIds.extend({ changes }),
  "skill.level_set": accountIds.extend({
    skill: z.string(),
    changes,
    /** Who judged the level before, and when, for who takes the change back. */
    was: z
      .object({ skillId: z.string(), assessorId: z.string().nullable(), assessedOn: z.string().nullable() })
      .optional(),
  }),
  "member.changed": accountIds.extend({ loginId: z.string(), changes }),
  "access.requested": accountIds.extend({ loginId: z.string(), permission: z.string() }),
  "access.declined": accountIds.extend({ loginId: z.string(), permission: z.string() }),
  "access.reopened": accountIds.extend({ loginId: z.string(), permission: z.string() }),
  "sessions.ended": accountIds.extend({ loginId: z.string(), count: z.number() }),
  "success_profile.versioned": accountIds.extend({ name: z.string(), version: z.number(), changes }),
  "contracts.written": z.object({ count: z.number() }),
  "contacts.written": z.object({ count: z.number() }),
  "touchpoints.recorded": accountIds.extend({ count: z.number() }),
  "arr.moved": accountIds.extend({ count: z.number() }),
  "health.model_drafted": accountIds.extend({ name: z.string(), version: z.number() }),
  "health.model_published": z.object({
    name: z.string(),
    version: z.number(),
    measures: z.number(),
    changes: changes.optional(),
  }),
  "health.rescored": accountIds.extend({
    day: z.string(),
    accounts: z.number(),
    changedBand: z.number(),
    all: z.boolean(),
  }),
  "health.override_set": z.object({ overrideId: z.string(), value: z.number(), expiresAt: z.string() }),
  "health.override_ended": z.object({ overrideId: z.string(), why: z.string() }),
  "note.written": z.object({ noteId: z.string() }),
  "note.edited": z.object({ noteId: z.string() }),
  "note.removed": z.object({ noteId: z.string() }),
  "note.restored": z.object({ noteId: z.string() }),
  "today.put_away": accountIds.extend({ kind: z.string(), untilDay: z.string().nullable() }),
  "today.brought_back": accountIds.extend({ kind: z.string() }),
  "api_client.created": z.object({ name: z.string(), scopes: z.array(z.string()) }),
  "api_client.revoked": z.object({ name: z.string() }),
  "quality.standard_set": accountIds.extend({
    field: z.string(),
    dimension: z.string(),
    atLeast: z.number(),
  }),
  "quality.standard_removed": accountIds.extend({ field: z.string(), dimension: z.string() }),
  "quality.measured": accountIds.extend({ day: z.string(), standards: z.number(), notMet: z.number() }),
  "source.terms_set": accountIds.extend({ source: z.string(), promiseHours: z.number().nullable() }),
  "job.asked": accountIds.extend({ name: z.string() }),
  "job.retried": accountIds.extend({ name: z.string(), jobId: z.string() }),
  "view.saved": accountIds.extend({ page: z.string(), scope: z.string() }),
  "view.rewritten": accountIds.extend({ page: z.string(), scope: z.string() }),
  "view.renamed": accountIds.extend({ page: z.string(), scope: z.string() }),
  "view.removed": accountIds.extend({ page: z.string(), scope: z.string() }),
  "view.frozen": accountIds.extend({ page: z.string(), scope: z.string() }),
  "view.restored": accountIds.extend({ page: z.string(), scope: z.string() }),
} as const

export type EventType = keyof typeof eventPayloads
export type EventPayload<Type extends EventType> = z.infer<(typeof eventPayloads)[Type]>
