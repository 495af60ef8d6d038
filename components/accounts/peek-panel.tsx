import { PeekFrame } from "#components/accounts/peek-frame.tsx"
import { HealthBadge } from "#components/health/health-badge.tsx"
import { reasonWords } from "#components/health/reason-words.ts"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { TextLink } from "#components/ui/text-link.tsx"
import { type LifecycleStage, lifecycleStageNames, type Segment } from "#lib/accounts/schema.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatSigned, noBreak } from "#lib/format/number.ts"
import { formatRelativeDays } from "#lib/format/relative-days.ts"
import type { ScoreReason } from "#lib/health/reasons.ts"
import type { ScoreBand } from "#lib/health/schema.ts"

export type PeekedAccount = {
  readonly slug: string
  readonly name: string
  readonly health: number | null
  readonly band: ScoreBand
  readonly lifecycleStage: LifecycleStage | null
  readonly segment: Segment | null
  readonly ownerName: string | null
  readonly arrCents: number | null
  readonly currency: string
  readonly renewsOn: string | null
  readonly lastContactOn: string | null
}

/** One account beside the list: how it stands and why, without leaving the list. */
export function PeekPanel({
  account,
  answer,
  asOf,
  reasons,
  today,
  closeHref,
}: {
  account: PeekedAccount
  /** The sentence of the account's own page. */
  answer: string
  asOf: string
  /** The strongest ones first. */
  reasons: readonly ScoreReason[]
  today: string
  closeHref: string
}) {
  const { slug, name, ownerName, lifecycleStage, segment, renewsOn, lastContactOn, arrCents } = account
  return (
    <PeekFrame label={`Peek at ${name}`} slug={slug} closeHref={closeHref}>
      <div className="pr-20">
        <h2 className="text-16 font-semibold wrap-anywhere">{name}</h2>
        {answer && <p className="text-14 wrap-anywhere">{answer}</p>}
        <p className="text-13 text-muted">{asOf}</p>
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-1 text-14">
        <Fact term="Health">
          {lifecycleStage === "churned" ? (
            <StatusMark status="unknown">{account.health} Lost</StatusMark>
          ) : (
            <HealthBadge value={account.health} band={account.band} />
          )}
        </Fact>
        <Fact term="ARR">{arrCents === null ? "Not known" : formatMoney(arrCents, account.currency)}</Fact>
        <Fact term="Renewal">
          {renewsOn
            ? `${formatDay(renewsOn, today)}, ${formatRelativeDays(renewsOn, today)}`
            : "No contract runs"}
        </Fact>
        <Fact term="Last contact">
          {lastContactOn
            ? `${formatDay(lastContactOn, today)}, ${formatRelativeDays(lastContactOn, today)}`
            : "None recorded"}
        </Fact>
        <Fact term="Owner">{ownerName ?? "Nobody yet"}</Fact>
        {lifecycleStage && <Fact term="Stage">{lifecycleStageNames[lifecycleStage]}</Fact>}
        {segment && <Fact term="Segment">{segment}</Fact>}
      </dl>
      {reasons.length > 0 && (
        <div>
          <h3 className="text-14 font-semibold">
            {account.band === "green" ? "What lifts it most" : "What pulls it down most"}
          </h3>
          <ul className="mt-1">
            {reasons.map((reason) => (
              <li
                key={`${reason.measureKey} ${reason.label}`}
                className="flex justify-between gap-4 border-b border-hairline py-1.5 text-13"
              >
                <span className="min-w-0 wrap-anywhere">{reasonWords(reason)}</span>
                <span className="shrink-0 tabular-nums">
                  {formatSigned(reason.points, 1)}
                  {noBreak}points
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="text-14">
        <TextLink href={`/accounts/${slug}`} strong>
          Open the account
        </TextLink>
      </p>
    </PeekFrame>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-12 text-muted">{term}</dt>
      <dd className="min-w-0 leading-6 wrap-anywhere">{children}</dd>
    </>
  )
}
