import { bookNumberNames } from "#components/home/book-number-words.ts"
import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import type { BookNumberKey } from "#lib/today/book-numbers.ts"

const words: Record<BookNumberKey, readonly string[]> = {
  accounts: [
    "Accounts that have not left: their lifecycle stage is not “Churned”. How many there were is not kept.",
  ],
  arr: ["Annual recurring revenue: the sum of all movements up to today of the accounts."],
  act_now: [
    "ARR of the accounts whose health is in the band “Act now”, a person's judgement counting where one is in force.",
    "Earlier weeks count the score that was computed on that day, without judgements.",
  ],
  renewals: [
    "Accounts with a contract that ends within 90 days from today, today and the 90th day included.",
  ],
  touchpoints: [
    "Calls, meetings, e-mails and other touchpoints with the accounts in the last 28 days, today included.",
  ],
}

/** How a number of the book is made. */
export function BookDefinition({ of }: { of: BookNumberKey }) {
  return (
    <DefinitionPopover term={bookNumberNames[of]}>
      {words[of].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {of !== "accounts" && (
        <p>
          The small line has one value a week for 13 weeks, of the accounts that are in the book today and of
          those that have left since.
        </p>
      )}
    </DefinitionPopover>
  )
}
