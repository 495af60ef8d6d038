import { DefinitionPopover } from "#components/ui/definition-popover.tsx"

export function RankDefinition() {
  return (
    <DefinitionPopover
      term="Rank"
      facts={[
        { label: "Urgency", value: "up to 60, by what it is" },
        { label: "Lateness", value: "1 for each day past due, up to 30; −2 for each day left, down to −14" },
        { label: "Worth", value: "30 × ARR ÷ the largest ARR in the list" },
      ]}
    >
      <p>The three parts of a row add up to its points; the most points stand first.</p>
      <p>
        Urgency: a renewal in its last 30, 60, 90, 180 days 60, 45, 35, 15; health that fell into “Act now”
        50, else 30; a source that fails 40, that is late 30; no owner 30; a touchpoint 25.
      </p>
      <p>
        A touchpoint is due on its planned day, else when the days of the success profile are over; without a
        profile 30 days for Enterprise, 60 for Mid-Market, 90 for others. A renewal is due a week after it
        enters 180, 90, 60 or 30 days, when nobody has been in touch since.
      </p>
    </DefinitionPopover>
  )
}
