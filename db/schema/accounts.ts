import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { lifecycleStages } from "#lib/accounts/schema.ts"
import { contactRoles } from "#lib/contacts/schema.ts"
import { arrMovementKinds } from "#lib/contracts/schema.ts"
import { touchpointTypes } from "#lib/touchpoints/schema.ts"
import { bytes, createdAt, id, instant, workspaceId } from "./columns.ts"
import { segmentEnum } from "./people.ts"

export const lifecycleStageEnum = pgEnum("lifecycle_stage", lifecycleStages)
export const arrMovementKindEnum = pgEnum("arr_movement_kind", arrMovementKinds)
export const contactRoleEnum = pgEnum("contact_role", contactRoles)
export const touchpointTypeEnum = pgEnum("touchpoint_type", touchpointTypes)

export const account = pgTable(
  "account",
  {
    workspaceId: workspaceId(),
    id: id(),
    slug: text("slug").notNull(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    nameKey: text("name_key").notNull(),
    domain: text("domain"),
    industry: text("industry"),
    segment: segmentEnum("segment"),
    region: text("region"),
    language: text("language"),
    parentId: uuid("parent_id"),
    lifecycleStage: lifecycleStageEnum("lifecycle_stage"),
    ownerId: uuid("owner_id"),
    successProfileId: uuid("success_profile_id"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.slug),
    uniqueIndex().on(table.workspaceId, table.externalId),
    index().on(table.workspaceId, table.nameKey, table.id),
    index().on(table.workspaceId, table.ownerId),
    index().on(table.workspaceId, table.domain),
    // Lost accounts, which the totals of the list take out.
    index().on(table.workspaceId, table.id).where(sql`lifecycle_stage = 'churned'`),
  ],
)

export const product = pgTable(
  "product",
  { workspaceId: workspaceId(), id: id(), sku: text("sku").notNull(), name: text("name").notNull() },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.sku),
  ],
)

export const contract = pgTable(
  "contract",
  {
    workspaceId: workspaceId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    externalId: text("external_id").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    noticeOn: date("notice_on"),
    autoRenews: boolean("auto_renews").notNull().default(false),
    currency: text("currency").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.externalId),
    index().on(table.workspaceId, table.accountId, table.endsOn),
  ],
)

export const entitlement = pgTable(
  "entitlement",
  {
    workspaceId: workspaceId(),
    contractId: uuid("contract_id").notNull(),
    productId: uuid("product_id").notNull(),
    quantity: integer("quantity").notNull(),
    listPriceCents: bigint("list_price_cents", { mode: "number" }).notNull(),
    paidPriceCents: bigint("paid_price_cents", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.contractId, table.productId] })],
)

/** A change of annual recurring revenue; an account's ARR is the sum of its movements. */
export const arrMovement = pgTable(
  "arr_movement",
  {
    workspaceId: workspaceId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    kind: arrMovementKindEnum("kind").notNull(),
    effectiveOn: date("effective_on").notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    currency: text("currency").notNull(),
    source: text("source").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index().on(table.workspaceId, table.accountId, table.effectiveOn),
  ],
)

/** The key that seals one person's fields, itself sealed by the master key; destroyed to erase. */
export const subjectKey = pgTable(
  "subject_key",
  {
    workspaceId: workspaceId(),
    id: id(),
    wrappedKey: bytes("wrapped_key"),
    masterKeyVersion: integer("master_key_version").notNull(),
    destroyedAt: instant("destroyed_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const contact = pgTable(
  "contact",
  {
    workspaceId: workspaceId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    externalId: text("external_id").notNull(),
    role: contactRoleEnum("role").notNull(),
    strength: smallint("strength"),
    lastContactOn: date("last_contact_on"),
    relationshipOwnerId: uuid("relationship_owner_id"),
    subjectKeyId: uuid("subject_key_id").notNull(),
    nameSealed: bytes("name_sealed").notNull(),
    emailSealed: bytes("email_sealed"),
    titleSealed: bytes("title_sealed"),
    leftOn: date("left_on"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.externalId),
    index().on(table.workspaceId, table.accountId),
  ],
)

export const touchpoint = pgTable(
  "touchpoint",
  {
    workspaceId: workspaceId(),
    id: id(),
    accountId: uuid("account_id").notNull(),
    externalId: text("external_id").notNull(),
    type: touchpointTypeEnum("type").notNull(),
    happenedAt: instant("happened_at").notNull(),
    personId: uuid("person_id"),
    contactIds: uuid("contact_ids").array().notNull().default(sql`'{}'::uuid[]`),
    note: text("note"),
    nextPlannedOn: date("next_planned_on"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex().on(table.workspaceId, table.externalId),
    index().on(table.workspaceId, table.accountId, table.happenedAt),
  ],
)
