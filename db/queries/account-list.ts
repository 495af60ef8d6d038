import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { exposureOf, urgencyFrom, urgencyUntil } from "./list-exposure.ts"

/** The columns of `account_list` beside its workspace, in the order in which `accountListOf` gives them. */
export const accountListColumns = [
  "account_id",
  "name_key",
  "name_fold",
  "segment",
  "stage",
  "is_lost",
  "owner_id",
  "health",
  "band",
  "is_judged",
  "coverage",
  "arr_cents",
  "renews_on",
  "last_contact_on",
  "exposure_cents",
  "scored_at",
  "from_day",
  "until_day",
  "from_instant",
  "until_instant",
] as const

/** Text as it is compared when somebody looks for a part of a name: without accents and case. */
export const foldedName = (text: SQL): SQL =>
  sql`lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g'))`

/** Rows of `account_list` that are not true on this day, at the caller's instant: time has overtaken them. */
export const isOutOfDate = (caller: Caller, today: string): SQL => {
  const now = sql`${caller.now.toISOString()}::timestamptz`
  return sql`(from_day > ${today}::date or until_day <= ${today}::date
    or from_instant > ${now} or until_instant <= ${now})`
}

/**
 * What `account_list` says of accounts, from its sources, as of the caller's instant: the one definition for the
 * table's upkeep and for rows that time has overtaken. ARR is the sum of movements up to today, the renewal the
 * next end of a contract from today on. A judgement in force counts instead of the computed score, with the band
 * that the edges of the score's model give it: the rule of `effectiveHealth`, tied to it by a test.
 */
export function accountListOf(caller: Caller, accountIds: SQL): SQL {
  const workspace = caller.workspaceId
  const now = sql`${caller.now.toISOString()}::timestamptz`
  const term = { renewsOn: sql`c.renews_on`, today: sql`z.today` }
  return sql`
    select a.id as account_id, a.name_key, ${foldedName(sql`a.name`)} as name_fold, a.segment::text,
      a.lifecycle_stage::text as stage, s.is_lost, a.owner_id, s.health,
      case when o.value is null then coalesce(h.band::text, 'insufficient')
        when o.value <= o.red_up_to then 'red' when o.value <= o.yellow_up_to then 'yellow'
        else 'green' end as band,
      o.value is not null as is_judged, coalesce(h.coverage, 0)::real as coverage, m.arr_cents, c.renews_on,
      t.last_contact_on,
      ${exposureOf({ isLost: sql`s.is_lost`, health: sql`s.health`, arrCents: sql`m.arr_cents`, ...term })}
        as exposure_cents,
      h.computed_at as scored_at,
      greatest(m.from_day, c.from_day, ${urgencyFrom(term)}, '-infinity') as from_day,
      least(m.until_day, c.renews_on + 1, ${urgencyUntil(term)}, 'infinity') as until_day,
      coalesce(v.from_instant, '-infinity') as from_instant, coalesce(v.until_instant, 'infinity') as until_instant
    from account a
    cross join (select w.time_zone, (${now} at time zone w.time_zone)::date as today
      from workspace w where w.id = ${workspace}) z
    left join account_health h on h.workspace_id = a.workspace_id and h.account_id = a.id
    left join lateral (
      select v.value, (m.definition->'bands'->>'redUpTo')::int as red_up_to,
        (m.definition->'bands'->>'yellowUpTo')::int as yellow_up_to
      from health_override v
      join health_model m on m.workspace_id = v.workspace_id and m.id = (
        select s.model_id from health_score s
        where s.workspace_id = v.workspace_id and s.account_id = v.account_id and s.day <= h.day
        order by s.day desc limit 1)
      where v.workspace_id = ${workspace} and v.account_id = a.id and v.ended_at is null
        and v.set_at <= ${now} and v.expires_at > ${now}
      order by v.set_at desc, v.id desc limit 1
    ) o on true
    cross join lateral (
      select max(edge) filter (where edge <= ${now}) as from_instant,
        min(edge) filter (where edge > ${now}) as until_instant
      from health_override v cross join lateral (values (v.set_at), (v.expires_at)) as at (edge)
      where v.workspace_id = ${workspace} and v.account_id = a.id and v.ended_at is null
    ) v
    cross join lateral (
      select sum(amount_cents) filter (where effective_on <= z.today)::bigint as arr_cents,
        max(effective_on) filter (where effective_on <= z.today) as from_day,
        min(effective_on) filter (where effective_on > z.today) as until_day
      from arr_movement m where m.workspace_id = ${workspace} and m.account_id = a.id
    ) m
    cross join lateral (
      select min(ends_on) filter (where ends_on >= z.today) as renews_on,
        max(ends_on) filter (where ends_on < z.today) + 1 as from_day
      from contract c where c.workspace_id = ${workspace} and c.account_id = a.id
    ) c
    cross join lateral (
      select (max(t.happened_at) at time zone z.time_zone)::date as last_contact_on
      from touchpoint t where t.workspace_id = ${workspace} and t.account_id = a.id
    ) t
    cross join lateral (
      select coalesce(o.value, h.value) as health, a.lifecycle_stage is not distinct from 'churned' as is_lost
    ) s
    where a.workspace_id = ${workspace} and a.id = any (${accountIds})`
}
