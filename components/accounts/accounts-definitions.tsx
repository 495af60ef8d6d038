import { DefinitionPopover } from "#components/ui/definition-popover.tsx"
import {
  assumedHealth,
  laterUrgencyPercent,
  unknownUrgencyPercent,
  urgencySteps,
} from "#lib/accounts/exposure.ts"
import type { Spans } from "#lib/period/spans.ts"

export function HealthDefinition() {
  return (
    <DefinitionPopover term="Health">
      <p>
        0 to 100, higher is better: a baseline of 50 plus the points of each measure. 50 and less is “Act
        now”, up to 75 is “Watch”, above is “Good”.
      </p>
      <p>
        Without enough fresh measures there is no score. “85 % of data” beside a score says how much of its
        weight is known, where not all is. An account's page lists the parts.
      </p>
      <p>“Lost” is a customer that has left: its lifecycle stage is “Churned”. It needs no attention.</p>
    </DefinitionPopover>
  )
}

export function ChangeDefinition({ spans }: { spans: Spans | null }) {
  return (
    <DefinitionPopover term="Change">
      {spans ? (
        <p>
          Points in {spans.words}: the computed score at the end less that of the evening before.
          {spans.against !== "" && ` “before” is the change in ${spans.against}.`} Every change is shown, also
          one that the score makes by itself; blank where there was no score.
        </p>
      ) : (
        <p>
          Points in 7 days, shown when the score lies outside what this account's score does by itself, else
          “routine”; “not known” where there was no score 7 days before.
        </p>
      )}
      <p>
        “13 weeks” is the score that counted on the same weekday of each week, every line on its own scale. A
        week without a score is a gap; weeks that a person judged are open dots on a dashed line. The last dot
        is the score now.
      </p>
    </DefinitionPopover>
  )
}

export function ExposureDefinition() {
  return (
    <DefinitionPopover
      term="Exposure"
      facts={[
        ...urgencySteps.map(({ withinDays, percent }) => ({
          label: `Renews within ${withinDays} d`,
          value: `${percent} %`,
        })),
        { label: "Later", value: `${laterUrgencyPercent} %` },
        { label: "No renewal known", value: `${unknownUrgencyPercent} %` },
      ]}
    >
      <p>
        ARR that stands at stake: (100 − health) / 100 × ARR × urgency of the renewal. The list begins with
        the largest. It orders the work; it is no forecast of loss.
      </p>
      <p>An account without a score counts as {assumedHealth}. A lost account has nothing at stake.</p>
      <p>
        ARR is recurring revenue a year as of today, the sum of an account's ARR movements so far. Renewal is
        the next end of a contract from today on. Both are blank when none is known.
      </p>
    </DefinitionPopover>
  )
}
