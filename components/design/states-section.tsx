import { DesignSection } from "#components/design/design-section.tsx"
import { Button } from "#components/ui/button.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { ComputingState } from "#components/ui/computing-state.tsx"
import { ConflictState } from "#components/ui/conflict-state.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { ErrorState } from "#components/ui/error-state.tsx"
import { FirstRunState } from "#components/ui/first-run-state.tsx"
import { LoadingState } from "#components/ui/loading-state.tsx"
import { NoResultState } from "#components/ui/no-result-state.tsx"
import { NotAllowedState } from "#components/ui/not-allowed-state.tsx"
import { PartFailedState } from "#components/ui/part-failed-state.tsx"
import { ProgressLine } from "#components/ui/progress-line.tsx"
import { StaleValue } from "#components/ui/stale-value.tsx"
import { TextLink } from "#components/ui/text-link.tsx"

const here = "/design#states"

export function StatesSection() {
  return (
    <DesignSection
      id="states"
      title="The eleven states"
      about="The same words everywhere; “empty” is never shown for “could not be read”."
    >
      <ol className="grid gap-4 lg:grid-cols-2">
        <State name="1. Loading, under a second: what is shown stays">
          <Ground>
            <div className="relative pt-2">
              <ProgressLine label="Reading accounts again" />
              <p className="text-14">37 of 512 accounts</p>
            </div>
          </Ground>
        </State>
        <State name="2. Loading, 1 to 3 seconds: the room of what comes">
          <Ground>
            <LoadingState label="Loading accounts" rows={4} headHeight={36} />
          </Ground>
        </State>
        <State name="3. Computing, over 3 seconds: the step and how far">
          <Ground>
            <ComputingState
              title="Scoring all accounts with the new model"
              step="Step 2 of 3: 318 of 512 accounts scored"
              done={318}
              total={512}
            >
              You can leave this page. <TextLink href={here}>Jobs</TextLink> shows how far it is.
            </ComputingState>
          </Ground>
        </State>
        <State name="4. First run, no data">
          <Ground>
            <FirstRunState
              title="Your accounts will be here"
              action={<ButtonLink href={here}>Import a file</ButtonLink>}
              demo={<TextLink href={here}>Open the demo workspace</TextLink>}
            >
              One row each, with health, the reasons for it, ARR and renewal.
            </FirstRunState>
          </Ground>
        </State>
        <State name="5. Empty by nature">
          <Ground>
            <EmptyState
              title="No escalation is open"
              action={<TextLink href={here}>14 closed escalations</TextLink>}
            >
              The last one, of Northwind, was closed on Mon 16 Nov.
            </EmptyState>
          </Ground>
        </State>
        <State name="6. No result for the filters">
          <Ground>
            <NoResultState
              noun="account"
              filters={["Segment: SMB", "Owner: A. Chen", "Health: Act now"]}
              clearHref={here}
              nearest={[{ label: "Owner: A. Chen", href: here, says: "3 match" }]}
              whole="512 accounts"
            />
          </Ground>
        </State>
        <State name="7. A part failed">
          <Ground>
            <PartFailedState
              source="Zendesk"
              since="03:10 today"
              lastGood={{ value: "14 open tickets", at: "Tue 17 Nov 23:55" }}
              action={<Button>Ask again</Button>}
            />
          </Ground>
        </State>
        <State name="8. The page failed">
          <ErrorState
            title="This page could not be read"
            diagnosticId="7f3a-90c2"
            action={<Button>Try again</Button>}
          >
            At 09:30 the database did not answer in time. Nothing that you wrote is lost.
          </ErrorState>
        </State>
        <State name="9. Not allowed">
          <NotAllowedState
            permission="import.write"
            allows="Import files"
            grantedBy={["Ada Admin", "Olga Ops"]}
            action={<Button>Ask for access</Button>}
          />
        </State>
        <State name="10. Stale: the number is open">
          <Ground>
            <p className="text-20">
              <StaleValue value="88 %" source="Zendesk" completeTo="03:10 today" />
            </p>
          </Ground>
        </State>
        <State name="11. Conflict: somebody changed it">
          <ConflictState
            field="the next step"
            mine="Call the sponsor on Thursday"
            theirs="Sponsor left; find the new one first"
            changedBy={{ who: "M. Ruiz", when: "Tue 17 Nov 09:27" }}
            keepMine={<Button>Keep mine</Button>}
            takeTheirs={<Button>Take theirs</Button>}
          />
        </State>
      </ol>
    </DesignSection>
  )
}

function State({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <li className="flex min-w-0 flex-col gap-2">
      <h3 className="text-13 font-medium">{name}</h3>
      {children}
    </li>
  )
}

/** What has no frame of its own stands on the ground of a panel. */
function Ground({ children }: { children: React.ReactNode }) {
  return <div className="flex-1 rounded-panel border border-hairline bg-surface p-4">{children}</div>
}
