import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

/** What stands in place of the score's explanation before there is one. */
export function UnscoredSections() {
  return (
    <Panel id="why" title="No score yet">
      <EmptyState title="No measure of this account has been scored.">
        A score needs signals such as usage, tickets or a survey.{" "}
        <TextLink href="/data">See which sources bring them</TextLink>
      </EmptyState>
    </Panel>
  )
}
