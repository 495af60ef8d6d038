import { touchpointTypes } from "#lib/touchpoints/schema.ts"
import { field, type KindSpec } from "../field-spec.ts"
import { accountReference } from "./account-reference.ts"

export const touchpointsKind: KindSpec = {
  kind: "touchpoints",
  label: "Touchpoints",
  oneRow: "one conversation with a customer per row",
  others: "ignored",
  identity: [["externalId"], ["account", "happenedAt", "type"]],
  fields: [
    field(
      "externalId",
      "Touchpoint id",
      "text",
      ["touchpoint id, activity id, interaction id, external id, event id, meeting id", "id"],
      { longest: 200 },
    ),
    accountReference,
    field(
      "happenedAt",
      "When",
      "instant",
      [
        "happened at, when, date time, datetime, timestamp, start time, activity date, occurred at, date",
        "time, day, created at",
      ],
      { isRequired: true },
    ),
    field("type", "Type", "choice", ["type, touchpoint type, activity type, channel, kind"], {
      isRequired: true,
      choices: touchpointTypes,
      synonyms: {
        phone: "call",
        phonecall: "call",
        videocall: "call",
        onsite: "meeting",
        visit: "meeting",
        mail: "email",
        qbr: "business_review",
        ebr: "business_review",
        quarterlybusinessreview: "business_review",
        executivebusinessreview: "business_review",
        workshop: "training",
        webinar: "training",
        internalnote: "note",
        comment: "note",
      },
    }),
    field("person", "Person", "person", ["person, by, csm, owner, user, employee, host"]),
    field("note", "Note", "text", ["note, notes, summary, description, comment, body, subject"], {
      longest: 20_000,
    }),
    field("nextPlannedOn", "Next planned on", "day", [
      "next planned on, next planned, next touchpoint, follow up, next step date",
    ]),
  ],
}
