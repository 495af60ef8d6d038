import { nameWords, phraseIn } from "./name-words.ts"

const protectedTraits = [
  ...["gender", "sex", "ethnicity", "ethnic", "race", "religion", "religious", "nationality", "citizenship"],
  ...[
    "senior citizen",
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
    "birth year",
    "dob",
    "age group",
  ],
  ...[
    "marital",
    "marital status",
    "married",
    "spouse",
    "dependent",
    "dependant",
    "children",
    "household",
    "family size",
  ],
  ...[
    "disability",
    "disabled",
    "pregnant",
    "pregnancy",
    "medical",
    "sexual orientation",
    "political",
    "union member",
  ],
  ...["education", "education level", "salary", "income", "credit score"],
]
const namesAndAddresses = [
  ...["first name", "last name", "surname", "full name", "contact name", "email", "e mail", "mail address"],
  ...["phone number", "telephone", "mobile number", "street", "postal code", "zip code", "ip address"],
]

// "Age" and "partner" are also business words: the age of a ticket, a partner programme.
const businessAge = [
  "account",
  "contract",
  "ticket",
  "company",
  "subscription",
  "invoice",
  "case",
  "business",
  "device",
]
const businessPartner = [
  "tier",
  "channel",
  "program",
  "programme",
  "managed",
  "account",
  "type",
  "name",
  "referral",
]

/**
 * The personal characteristic a column's name speaks of, null for none. Such columns are left out of a proposed
 * model by default: a score of an account must not turn on who somebody is.
 */
export function personalCharacteristic(name: string): string | null {
  const words = nameWords(name)
  const found = phraseIn(words, protectedTraits) ?? phraseIn(words, namesAndAddresses)
  if (found) return found
  if (phraseIn(words, ["age"]) && !phraseIn(words, businessAge)) return "age"
  if (phraseIn(words, ["partner"]) && !phraseIn(words, businessPartner)) return "partner"
  return null
}
