import { Panel } from "#components/ui/panel.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

export type SetupFacts = {
  readonly accounts: boolean
  readonly people: boolean
  readonly measures: boolean
  readonly model: boolean
}

const steps = [
  {
    key: "accounts",
    words: "Import accounts",
    why: "Without them there is nothing to look after.",
    href: "/imports/new",
  },
  {
    key: "people",
    words: "Import people",
    why: "Accounts get owners, and each person a list of their own.",
    href: "/imports/new",
  },
  {
    key: "measures",
    words: "Import measures",
    why: "Use, tickets, surveys: what health is made of.",
    href: "/imports/new",
  },
  {
    key: "model",
    words: "Have a health model",
    why: "Made by itself from the first measures.",
    href: "/data",
  },
] as const

export const isSetUp = (facts: SetupFacts): boolean => steps.every(({ key }) => facts[key])

/** The first run: what is there, what is missing, and the way to each. */
export function SetupPanel({ facts, mayImport }: { facts: SetupFacts; mayImport: boolean }) {
  const done = steps.filter(({ key }) => facts[key]).length
  return (
    <Panel
      title={`Set up: ${done} of ${steps.length} steps done`}
      subtitle={
        facts.accounts
          ? "The list of today grows with each step."
          : "Your list of today will be here: overdue touchpoints, renewals, falling health, late data."
      }
    >
      <ol className="flex flex-col">
        {steps.map(({ key, words, why, href }) => (
          <li
            key={key}
            className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-hairline py-1 last:border-0"
          >
            <StatusMark status={facts[key] ? "good" : "unknown"} plain>
              {facts[key] ? "Done" : "To do"}
            </StatusMark>
            <span className="text-14">
              {!facts[key] && mayImport ? <TextLink href={href}>{words}</TextLink> : words}
            </span>
            <span className="text-13 text-muted">{why}</span>
          </li>
        ))}
      </ol>
      {!mayImport && (
        <p className="mt-3 text-13 text-muted">
          An admin or a CS operations manager can import the first file.
        </p>
      )}
    </Panel>
  )
}
