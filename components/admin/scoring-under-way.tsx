import { RefreshWhile } from "#components/imports/refresh-while.tsx"
import { ComputingState } from "#components/ui/computing-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"

/** Fewer than these are scored within seconds, as single readings are all day. */
const worthSaying = 100
const secondsApart = 3

/** Many accounts wait for their score, as after a model was published: how far it is, and where it goes on. */
export function ScoringUnderWay({
  waiting,
  accounts,
  mayOpenJobs,
  refreshes = true,
}: {
  waiting: number
  accounts: number
  mayOpenJobs: boolean
  /** False for a page that is too much work to be made again and again. */
  refreshes?: boolean
}) {
  if (waiting < worthSaying) return null
  const done = Math.max(0, accounts - waiting)
  return (
    <Panel title={`${formatCount(waiting, "account waits", "accounts wait")} for a score`}>
      {refreshes && <RefreshWhile seconds={secondsApart} />}
      <ComputingState
        title="Scoring accounts with the newest model"
        step={`${formatNumber(done)} of ${formatCount(accounts, "account")} scored`}
        done={done}
        total={accounts}
      >
        You can leave this page: the worker goes on without it.{" "}
        {mayOpenJobs && (
          <>
            <TextLink href="/jobs">Jobs</TextLink> shows how far it is.
          </>
        )}
      </ComputingState>
    </Panel>
  )
}
