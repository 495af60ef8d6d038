import { seriesSummary } from "#components/charts/series-summary.ts"
import { Sparkline } from "#components/charts/sparkline.tsx"
import { BookDefinition } from "#components/home/book-definition.tsx"
import {
  bookChangeWords,
  bookNumberNames,
  bookNumberUnit,
  bookNumberWords,
} from "#components/home/book-number-words.ts"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatMoney } from "#lib/format/money.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { PeriodQuery } from "#lib/period/schema.ts"
import type { Spans } from "#lib/period/spans.ts"
import { bookHref } from "#lib/today/book-href.ts"
import type { BookNumber } from "#lib/today/book-numbers.ts"
import { isNarrowed, type Narrowing } from "#lib/today/narrowing.ts"
import type { TodayScope } from "#lib/today/schema.ts"

/** Five numbers of the book, each a link to exactly its rows. */
export function BookStrip({
  numbers,
  scope,
  narrowed,
  spans,
  today,
  currency,
}: {
  numbers: readonly BookNumber[]
  scope: TodayScope
  narrowed: Narrowing & PeriodQuery
  /** Null while the address names no period. */
  spans: Spans | null
  today: string
  currency: string
}) {
  return (
    <Panel
      title={finding(
        numbers,
        isNarrowed(narrowed) ? `${whose[scope]} in this scope` : whose[scope],
        currency,
      )}
      subtitle={
        numbers.some(({ weeks }) => weeks.length > 0)
          ? comparedWords(spans)
          : "No comparison: the history of so many accounts is not added up here."
      }
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-3 xl:grid-cols-5">
        {numbers.map((number) => (
          <li key={number.key} className="min-w-0">
            <div className="text-12 text-muted">
              {bookNumberNames[number.key]}
              <BookDefinition of={number.key} />
            </div>
            <p className="text-20 font-semibold tabular-nums">
              {number.value === null ? (
                <span className="text-14 font-normal text-muted">Not known</span>
              ) : (
                <TextLink href={bookHref(number.key, scope, narrowed)}>
                  {bookNumberWords(number, currency)}
                  <span className="sr-only"> {bookNumberNames[number.key]}</span>
                </TextLink>
              )}
            </p>
            <p className="text-12 text-muted">{bookNumberUnit(number.key, currency)}</p>
            <p className="text-13 text-ink-2 tabular-nums">
              {bookChangeWords(number, { currency, spans, today })}
            </p>
            {number.weeks.some((value) => value !== null) && <Weeks number={number} currency={currency} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function comparedWords(spans: Spans | null): string {
  if (spans === null) return "Compared with 4 weeks ago; the small lines are 13 weeks."
  const against = spans.against === "" ? "" : `, against ${spans.against}`
  return `Change in ${spans.words}${against}; the small lines are 13 weeks.`
}

const moneyKeys: readonly string[] = ["arr", "act_now"]

function Weeks({ number: { key, weeks }, currency }: { number: BookNumber; currency: string }) {
  const isMoney = moneyKeys.includes(key)
  const name = isMoney ? `${bookNumberNames[key]} in ${currency}` : bookNumberNames[key]
  const values = isMoney ? weeks.map((cents) => (cents === null ? null : cents / 100)) : weeks
  return <Sparkline values={values} label={seriesSummary({ name, values, period: "week" })} />
}

const whose: Record<TodayScope, string> = { mine: "My book", team: "My team's book", all: "All accounts" }

function finding(numbers: readonly BookNumber[], book: string, currency: string): string {
  const numberOf = (key: string) => numbers.find((number) => number.key === key)?.value ?? null
  const arr = numberOf("arr")
  const accounts = formatCount(numberOf("accounts") ?? 0, "account")
  return `${book}: ${accounts}${arr === null ? "" : `, ${formatMoney(arr, currency)} ARR`}`
}
