import { HealthBadge } from "#components/health/health-badge.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { type LifecycleStage, lifecycleStageNames, type Segment } from "#lib/accounts/schema.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import type { ScoreBand } from "#lib/health/schema.ts"

export type AccountFacts = {
  readonly name: string
  /** The id that the customer's own systems use. */
  readonly externalId: string
  readonly ownerName: string | null
  readonly lifecycleStage: LifecycleStage | null
  readonly segment: Segment | null
  readonly region: string | null
  readonly industry: string | null
  /** Null when no movement of ARR is known. */
  readonly arrCents: number | null
  readonly currency: string
  readonly renewsOn: string | null
  /** The end of the last contract when none runs any more. */
  readonly endedOn: string | null
  readonly lastContactOn: string | null
  /** Who pays at the customer's, in words: a name, or that it is hidden or not known. */
  readonly sponsor: string
  readonly health: number | null
  readonly band: ScoreBand
}

/** Who this is: name, the sentence that sums it up, and the facts one needs before a call. */
export function AccountHeader({
  account,
  answer,
  asOf,
  today,
  healthNote,
  arrNote,
  actions,
  isBrief = false,
}: {
  account: AccountFacts
  answer: React.ReactNode
  asOf: React.ReactNode
  today: string
  /** How the score moved, in words. */
  healthNote: string | null
  /** ARR against earlier ones, in words. */
  arrNote: string | null
  actions?: React.ReactNode
  /** Who answers for it, and nothing that the page says in large. */
  isBrief?: boolean
}) {
  const { ownerName, lifecycleStage, segment, region, industry, renewsOn, endedOn, lastContactOn } = account
  const endsOn = renewsOn ?? endedOn
  const kind = [segment, region, industry].filter((fact) => fact !== null)
  return (
    <div className="flex flex-col gap-4">
      <PageHead title={account.name} answer={answer} asOf={asOf} actions={actions} />
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-3">
        {!isBrief && (
          <>
            <Fact term="Health" note={healthNote}>
              <HealthBadge value={account.health} band={account.band} />
            </Fact>
            <Fact term="ARR" note={arrNote}>
              {account.arrCents === null ? (
                "Not known"
              ) : (
                <TextLink href="#movements">{formatMoney(account.arrCents, account.currency)}</TextLink>
              )}
            </Fact>
            <Fact term="Renewal" note={endsOn && formatRelativeDays(endsOn, today)}>
              {endsOn ? `${renewsOn ? "" : "ended "}${formatDay(endsOn, today)}` : "No contract"}
            </Fact>
          </>
        )}
        <Fact term="Owner">{ownerName ?? "Nobody yet"}</Fact>
        {lifecycleStage && <Fact term="Stage">{lifecycleStageNames[lifecycleStage]}</Fact>}
        <Fact term="Last contact" note={lastContactOn && formatRelativeDays(lastContactOn, today)}>
          {lastContactOn ? formatDay(lastContactOn, today) : "None recorded"}
        </Fact>
        <Fact term="Sponsor">{account.sponsor}</Fact>
        <Fact term="Id">{account.externalId}</Fact>
        {kind.length > 0 && <Fact term="Kind">{kind.join(", ")}</Fact>}
      </dl>
    </div>
  )
}

function Fact({
  term,
  note,
  children,
}: {
  term: string
  /** Its comparison, or how far it is. */
  note?: string | null
  children: React.ReactNode
}) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-muted">{term}</dt>
      <dd className="flex min-h-6 items-center text-14 font-medium wrap-anywhere">{children}</dd>
      {note && <dd className="text-13 text-muted">{note}</dd>}
    </div>
  )
}
