import { contactRoles } from "#lib/contacts/schema.ts"
import { field, type KindSpec } from "../field-spec.ts"
import { accountReference } from "./account-reference.ts"
import { nameParts } from "./name-parts.ts"

export const contactsKind: KindSpec = {
  kind: "contacts",
  label: "Contacts",
  oneRow: "one contact per row",
  others: "ignored",
  joined: { name: nameParts.map(({ key }) => key) },
  identity: [["externalId"], ["account", "email"], ["account", "name"]],
  fields: [
    field("externalId", "Contact id", "text", ["contact id, external id, contact external id", "id"], {
      longest: 200,
    }),
    accountReference,
    field("name", "Name", "text", ["contact name, full name, contact, name", "first and last name, person"], {
      isRequired: true,
      longest: 200,
    }),
    ...nameParts,
    field("email", "E-mail", "text", ["email, e-mail, email address, contact email, mail"], {
      longest: 320,
      expected: "An address such as ann@acme.com",
    }),
    field("title", "Title", "text", ["title, job title, position"], { longest: 200 }),
    field("role", "Role", "choice", ["role, contact role, relationship, buying role"], {
      choices: contactRoles,
      synonyms: {
        executivesponsor: "sponsor",
        execsponsor: "sponsor",
        advocate: "champion",
        decider: "decision_maker",
        economicbuyer: "decision_maker",
        buyer: "decision_maker",
        enduser: "user",
        poweruser: "user",
        blocker: "detractor",
      },
    }),
    field("strength", "Strength", "number", ["strength, relationship strength"], {
      range: [1, 5],
      isWhole: true,
      expected: "A whole number from 1 to 5",
    }),
    field("lastContactOn", "Last contact", "day", [
      "last contact, last contacted, last contact on, last contact date, last touch",
    ]),
    field("relationshipOwner", "Relationship owner", "person", [
      "relationship owner, owner, contact owner, csm",
    ]),
    field("leftOn", "Left on", "day", ["left on, left, left company on, departed"]),
  ],
}
