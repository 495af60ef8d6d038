import type { ArrMovementKind } from "#lib/contracts/schema.ts"
import { formatDay } from "#lib/format/day.ts"
import { formatMoney } from "#lib/format/money.ts"
import { formatCount } from "#lib/format/plural.ts"
import { touchpointTypeNames } from "#lib/touchpoints/schema.ts"
import { entryKey, type TimelineEntry } from "./schema.ts"
import type { StoredEntry, StoredFacts } from "./stored-facts.ts"

const movements: Record<ArrMovementKind, string> = {
  new: "New ARR",
  expansion: "ARR expanded",
  contraction: "ARR contracted",
  churn: "ARR churned",
  reactivation: "ARR came back",
}

/** What happened, in words, with the place of its evidence. */
export function entryOfFacts({ wall, id, facts }: StoredEntry, today: string): TimelineEntry {
  const { kind } = facts
  return { key: entryKey(wall, kind, id), wall, kind, note: noteOf(id, facts), ...saying(facts, today) }
}

type Said = Pick<TimelineEntry, "title" | "detail" | "actor" | "href">

function saying(facts: StoredFacts, today: string): Said {
  switch (facts.kind) {
    case "note":
      return { title: "Note", detail: null, actor: facts.author, href: null }
    case "touchpoint": {
      const next = facts.nextOn && `Next planned ${formatDay(facts.nextOn, today)}.`
      const detail = [facts.text, next].filter(Boolean).join(" ")
      return {
        title: touchpointTypeNames[facts.type],
        detail: detail || null,
        actor: facts.person,
        href: "#touchpoints",
      }
    }
    case "judgement":
      return {
        title: `Judged at ${facts.value}`,
        detail: facts.reason,
        actor: facts.author,
        href: "#judged",
      }
    case "arr": {
      const sign = facts.amountCents > 0 ? "+" : ""
      const amount = `${sign}${formatMoney(facts.amountCents, facts.currency)}`
      return {
        title: `${movements[facts.movement]}: ${amount} a year`,
        detail: null,
        actor: facts.source,
        href: "#movements",
      }
    }
    case "contract": {
      const name = facts.externalId.startsWith("account:") ? "Contract" : `Contract ${facts.externalId}`
      const title =
        facts.what === "ended" ? `${name} ended` : `${name} began, until ${formatDay(facts.endsOn, today)}`
      return { title, detail: null, actor: null, href: "#contracts" }
    }
    case "owner":
      return {
        title: facts.after ? `Owner is ${facts.after}` : "Owner taken off",
        detail: facts.before ? `Before: ${facts.before}.` : "Before: nobody.",
        actor: facts.author,
        href: null,
      }
    case "import":
      return {
        title: `${formatCount(facts.readings, "reading")} from ${facts.fileName}`,
        detail: null,
        actor: facts.author,
        href: `/imports/${facts.runId}`,
      }
  }
}

function noteOf(id: string, facts: StoredFacts): TimelineEntry["note"] {
  if (facts.kind !== "note") return null
  const { version, text, editedBy, editedAt } = facts
  return { id, version, text, editedBy, editedAt }
}
