import { type SQL, sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { QualityDimension } from "#lib/quality/dimensions.ts"
import { measureOfField, type RecordField } from "#lib/quality/fields.ts"

export type RuleQuestion = {
  readonly field: string
  readonly dimension: QualityDimension
  readonly withinDays: number | null
  /** The day on which it is asked. */
  readonly day: string
}

/** Readings older than this are not looked at; the months before are then not searched. */
const lookBackDays = 400

type Rule = {
  /** Whether a row of `account a` (or `contact c` of it) meets it. */
  readonly meets: SQL
  /** What stands there now, in words, for whoever has to mend it. */
  readonly found: SQL
  /** Rows that the rule is about, beside accounts that are not churned. */
  readonly among?: SQL
}

/**
 * The rows that a standard is about, each with whether it meets it: `select id, account_id, name, slug, sort_key,
 * met, found`. The share on the page, and the list behind it, are both cut from this one statement.
 */
export function ruleRows(caller: Caller, question: RuleQuestion): SQL {
  const { meets, found, among } = ruleFor(caller, question)
  const ofContacts = question.field === "contact.email"
  const place = sql`a.id as account_id, a.name, a.slug, a.name_key as sort_key, ${meets} as met, ${found} as found`
  return sql`
    select ${ofContacts ? sql`c.id` : sql`a.id`} as id, ${place} from account a
    ${ofContacts ? sql`join contact c on c.workspace_id = a.workspace_id and c.account_id = a.id` : sql``}
    where a.workspace_id = ${caller.workspaceId} and a.lifecycle_stage is distinct from 'churned'
    ${among ? sql`and ${among}` : sql``}`
}

function ruleFor(caller: Caller, question: RuleQuestion): Rule {
  const measure = measureOfField(question.field)
  const rule =
    measure === null
      ? recordRules(question)[`${question.field as RecordField} ${question.dimension}`]
      : measureRules(caller, question, measure)[question.dimension]
  if (!rule) throw new AppError("invalid_input", `Nothing can be asked of ${question.field} in this respect.`)
  return rule
}

const blank = sql`null::text`
const isFilled = (column: SQL): SQL => sql`coalesce(btrim(${column}), '') <> ''`

const domainForm = "^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]$"
const standIns =
  "^(test|tests|testing|demo|dummy|example|unknown|none|null|nil|n/?a|tbd|todo|x+|asdf+)[ 0-9._-]*$"

const inContract = sql`from contract k where k.workspace_id = a.workspace_id and k.account_id = a.id`
const ownedBy = sql`from person p where p.workspace_id = a.workspace_id and p.id = a.owner_id`
const contactsLeft = sql`from contact c where c.workspace_id = a.workspace_id and c.account_id = a.id`
const others = sql`from account o where o.workspace_id = a.workspace_id and o.id <> a.id
  and o.lifecycle_stage is distinct from 'churned'`

function recordRules({ day, withinDays }: RuleQuestion): Partial<Record<string, Rule>> {
  const filled = (column: SQL): Rule => ({ meets: isFilled(column), found: blank })
  const touched = sql`from touchpoint t where t.workspace_id = a.workspace_id and t.account_id = a.id
    and t.happened_at < ${day}::date + 1`
  const rules: Partial<Record<`${RecordField} ${QualityDimension}`, Rule>> = {
    "account.name validity": {
      meets: sql`(a.name ~ '[[:alpha:]].*[[:alpha:]]' and btrim(lower(a.name)) !~ ${standIns})`,
      found: sql`a.name`,
    },
    "account.name uniqueness": {
      meets: sql`not exists (select 1 ${others} and o.name_key = a.name_key)`,
      found: sql`a.external_id`,
    },
    "account.domain completeness": filled(sql`a.domain`),
    "account.domain validity": {
      meets: sql`lower(a.domain) ~ ${domainForm}`,
      found: sql`a.domain`,
      among: isFilled(sql`a.domain`),
    },
    "account.domain uniqueness": {
      // Counted once for all accounts instead of looked up for each.
      meets: sql`(count(*) over (partition by lower(btrim(a.domain)))) = 1`,
      found: sql`a.domain`,
      among: isFilled(sql`a.domain`),
    },
    "account.segment completeness": { meets: sql`a.segment is not null`, found: blank },
    "account.industry completeness": filled(sql`a.industry`),
    "account.owner completeness": { meets: sql`a.owner_id is not null`, found: blank },
    "account.owner validity": {
      meets: sql`exists (select 1 ${ownedBy} and (p.ended_on is null or p.ended_on >= ${day}::date))`,
      found: sql`(select p.name || ', until ' || p.ended_on ${ownedBy})`,
      among: sql`a.owner_id is not null`,
    },
    "account.arr completeness": {
      meets: sql`exists (select 1 from arr_movement m where m.workspace_id = a.workspace_id and m.account_id = a.id)`,
      found: blank,
    },
    "account.contact completeness": {
      meets: sql`exists (select 1 ${contactsLeft} and (c.left_on is null or c.left_on > ${day}::date))`,
      found: sql`(select count(*)::text || ' left' ${contactsLeft} having count(*) > 0)`,
    },
    "contract.ends_on completeness": { meets: sql`exists (select 1 ${inContract})`, found: blank },
    "contract.ends_on validity": {
      meets: sql`(select max(k.ends_on) ${inContract}) >= ${day}::date`,
      found: sql`(select max(k.ends_on)::text ${inContract})`,
      among: sql`exists (select 1 ${inContract})`,
    },
    "contact.email completeness": {
      meets: sql`c.email_sealed is not null`,
      found: sql`c.role::text`,
      among: sql`(c.left_on is null or c.left_on > ${day}::date)`,
    },
    "touchpoint.happened_at freshness": {
      meets: sql`exists (select 1 ${touched} and t.happened_at >= ${day}::date - ${withinDays ?? 0}::int)`,
      found: sql`(select max(t.happened_at)::date::text ${touched})`,
    },
  }
  return rules
}

function measureRules(
  caller: Caller,
  { day, withinDays }: RuleQuestion,
  measure: string,
): Partial<Record<QualityDimension, Rule>> {
  const asked = sql`from measure where workspace_id = ${caller.workspaceId} and key = ${measure}`
  const readings = (
    from: SQL,
  ) => sql`from signal s where s.workspace_id = a.workspace_id and s.account_id = a.id
    and s.measure_id = (select id ${asked})
    and s.day between ${from} and ${day}::date and (s.value is not null or s.value_text is not null)`
  const seen = readings(sql`${day}::date - ${lookBackDays}::int`)
  const newestDay = sql`(select max(s.day) ${seen})`
  const isRead = sql`exists (select 1 ${seen})`
  const newest = (what: SQL) => sql`(select ${what} ${seen} order by s.day desc, s.source_id desc limit 1)`
  return {
    completeness: { meets: isRead, found: blank },
    freshness: {
      meets: sql`exists (select 1 ${readings(sql`${day}::date - ${withinDays ?? 0}::int`)})`,
      found: sql`${newestDay}::text`,
      among: isRead,
    },
    validity: {
      meets: newest(sql`case (select kind ${asked})
        when 'number' then s.value is not null and s.value not in ('NaN', 'Infinity', '-Infinity')
        else btrim(coalesce(s.value_text, '')) <> '' end`),
      found: newest(sql`coalesce(s.value::text, s.value_text) || ' on ' || s.day`),
      among: isRead,
    },
    uniqueness: {
      meets: sql`(select count(*) = 1 ${seen} and s.day = ${newestDay})`,
      found: sql`(select string_agg(src.name, ', ' order by src.name) from source src
        where src.workspace_id = a.workspace_id and src.id in (select s.source_id ${seen} and s.day = ${newestDay}))`,
      among: isRead,
    },
  }
}
