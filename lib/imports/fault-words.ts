import { formatNumber } from "#lib/format/number.ts"
import type { FieldSpec } from "./field-spec.ts"
import { importLimits } from "./limits.ts"

/**
 * "error" leaves the row out, so it stops the import until that is decided; "warning" never does; "by_share" is a
 * warning while few cells of the column have it, which then count as blank, and an error when they are many.
 */
export type FaultSeverity = "error" | "warning" | "by_share"

export type FaultWords = {
  readonly severity: FaultSeverity
  readonly what: string
  readonly expected: string
  readonly fix: string
}

const correct = "Correct these cells, or choose another column"

/** What is wrong, what was expected and how it is put right, for each kind of fault in a field or measure. */
export function faultWords(kind: string, field: FieldSpec | null): FaultWords {
  const label = field?.label ?? "The value"
  const expected = field?.expected ?? "A number such as 1234.5"
  const optional: FaultSeverity = field?.isRequired ? "error" : "by_share"
  switch (kind) {
    case "ragged_row":
      return error("A row has another number of cells than the header", "As many cells as the header has", {
        fix: 'Put texts that contain the separator or a line break into "quotes", or remove the extra cells',
      })
    case "empty_id":
      return error("A row has no account id", "An id in every row", {
        fix: "Fill in the id or remove the row",
      })
    case "empty_cell":
      return error(`${label} is blank`, expected, { fix: "Fill in the cell or remove the row" })
    case "empty_name":
      return error("A row has neither a first nor a last name", "A name in every row", {
        fix: "Fill in the name or remove the row",
      })
    case "nul_character":
      return error("A cell contains the character NUL, which no text has", "Text", {
        fix: "Export the file again; it may be damaged, or no CSV file at all",
      })
    case "half_character":
      return error("A cell contains half of a character (a lone surrogate)", "Whole characters", {
        fix: "Export the file again as UTF-8",
      })
    case "unreadable_character":
      return {
        severity: "warning",
        what: "A character could not be read and is shown as \ufffd",
        expected: "Text in one encoding throughout",
        fix: "Choose another encoding, or save the file as UTF-8 and import it again",
      }
    case "unreadable_field":
      return { severity: optional, what: `${label} cannot be read`, expected, fix: correct }
    case "unreadable_number":
      return {
        severity: field ? "error" : "by_share",
        what: "A value of a measure that is a number is no number",
        expected: "A number such as 1234.5",
        fix: "Correct these cells; left blank they count as missing",
      }
    case "too_long":
      return error(
        `${label} is too long`,
        field?.longest ? `At most ${field.longest} characters` : expected,
        {
          fix: "Shorten the text, or choose another column",
        },
      )
    case "out_of_range":
      return error(`${label} is out of range`, expected, { fix: correct })
    case "amount_out_of_range":
      return error(
        "An amount is too large to be revenue of one account",
        `At most ${formatNumber(importLimits.annualAmount)} a year`,
        { fix: "Correct the amount, or choose another column" },
      )
    case "wrong_sign":
      return error("An amount does not go with its kind of movement", "Positive, or negative for a loss", {
        fix: "Correct the amount or the kind",
      })
    case "day_out_of_range":
      return error(`${label} is too long ago or too far ahead`, "A day from 2000 to 2100", { fix: correct })
    case "future_day":
      return error("A reading is of a day to come", "A day gone by", {
        fix: "Correct the dates; day and month may be in the wrong order",
      })
    case "contract_without_end":
      return {
        severity: "warning",
        what: "A contract starts and has no end",
        expected: "A contract end in the same row",
        fix: "Fill in the end and import again; until then the row's contract stays as it is",
      }
    case "contract_starts_after_end":
      return error("A contract starts after it ends", "A start on or before the end", {
        fix: "Correct the dates; they may stand in the wrong columns",
      })
    case "no_measure":
      return error("A measure cannot be used", "A measure of numbers or of few different words", {
        fix: "Leave these rows out, or correct the values of the measure",
      })
    default:
      return relationWords(kind, label)
  }
}

function relationWords(kind: string, label: string): FaultWords {
  switch (kind) {
    case "repeated_id":
      return error("The same identity stands in several rows", "One row for each", {
        fix: "Say which of them counts, or remove the others",
      })
    case "other_currency":
      return error(
        "An amount is in another currency than the workspace counts in",
        "Amounts of one currency: those of several cannot be added up",
        { fix: "Give the rate to convert them by, or export the amounts in the workspace's currency" },
      )
    case "equal_row":
      return {
        severity: "warning",
        what: "The same movement stands in several rows",
        expected: "One row for each movement",
        fix: "Each row counts; if they are one movement, count equal rows once",
      }
    case "unknown_account":
      return error("No account has this id, domain or name", "An account that is in the workspace", {
        fix: "Import the accounts first, or correct the name",
      })
    case "ambiguous_account":
      return error("Several accounts have this domain or name", "The external id of one account", {
        fix: "Name the account by its external id",
      })
    case "contested_account":
      return error("An account of another id has this domain or name", "One id for each account", {
        fix: "Say whether it is the same account or another one",
      })
    case "adopted_account":
      return {
        severity: "warning",
        what: `An account without an id of its own is found by its ${label.toLowerCase()} and gets the id of its row`,
        expected: "The same account",
        fix: "If it is another account, create a new one for the row",
      }
    case "ambiguous_row":
      return error("Several stored entries are like this row", "The id of one of them", {
        fix: "Give each of these rows the id of the one it means",
      })
    case "ambiguous_person":
      return error("Several people have this name", "The external id of one person", {
        fix: "Give each of these rows the external id of the person it means",
      })
    case "adopted_person":
      return {
        severity: "warning",
        what: "A person without an id of their own is found by name and gets the id of the row",
        expected: "The same person",
        fix: "If it is somebody else of this name, create a new person for the row",
      }
    case "unknown_manager":
      return {
        severity: "warning",
        what: "No one person of the file or the workspace has this name or id",
        expected: "The name or id of one person",
        fix: "Add the manager's row, or correct the name; until then the manager stays as it is",
      }
    case "unknown_person":
      return error("No one person of the workspace has this name or id", "The name or id of one person", {
        fix: "Import the people first, or correct the name",
      })
    case "unknown_owner":
      return {
        severity: "warning",
        what: "No one person of the workspace has this name or external id",
        expected: "The name or external id of one person",
        fix: `Add the person or correct the name; until then ${label.toLowerCase()} stays as it is`,
      }
    default:
      return {
        severity: "warning",
        what: "The parent account is unknown, or is the account itself",
        expected: "The external id of another account",
        fix: "Add the parent's row, then import again; until then the parent stays as it is",
      }
  }
}

const error = (what: string, expected: string, { fix }: { fix: string }): FaultWords => ({
  severity: "error",
  what,
  expected,
  fix,
})
