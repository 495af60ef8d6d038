import { field } from "../field-spec.ts"

/** A name in two columns. Together with the space between them no longer than a name may be. */
export const nameParts = [
  field(
    "firstName",
    "First name",
    "text",
    ["first name, given name, forename, first names, contact first name, vorname, prénom"],
    { longest: 99, expected: "A first name such as Ann" },
  ),
  field(
    "lastName",
    "Last name",
    "text",
    ["last name, surname, family name, contact last name, nachname, familienname, nom de famille"],
    { longest: 99, expected: "A last name such as Lee" },
  ),
]
