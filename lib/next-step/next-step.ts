import { comingCheckpoint } from "./renewal-checkpoint.ts"
import { rules, silentUntil } from "./rules.ts"
import type { AccountSituation, NextStep } from "./schema.ts"

export type NextDate = { readonly on: string; readonly what: string }

export type WhatNext =
  | { readonly kind: "step"; readonly step: NextStep }
  /** Nothing is due; `next` is the first day on which something will be, null when none is known. */
  | { readonly kind: "nothing"; readonly next: NextDate | null }

/**
 * The one thing to do next for an account: the first rule, in their fixed order, that applies. For the same situation
 * it is always the same one. Nothing is due for a customer that has left.
 */
export function nextStep(situation: AccountSituation): WhatNext {
  if (situation.isLost) return { kind: "nothing", next: null }
  for (const [rule, find] of Object.entries(rules)) {
    const found = find(situation)
    if (found) return { kind: "step", step: { rule, ...found } }
  }
  return { kind: "nothing", next: nextDate(situation) }
}

/** The earliest of what is planned, the next checkpoint, the renewal and the end of the usual silence. */
function nextDate({
  today,
  renewsOn,
  nextPlannedOn,
  lastContactOn,
  cadence,
}: AccountSituation): NextDate | null {
  const checkpoint = renewsOn === null ? null : comingCheckpoint(renewsOn, today)
  const dates: (NextDate | null)[] = [
    nextPlannedOn === null ? null : { on: nextPlannedOn, what: "a planned touchpoint" },
    checkpoint && { on: checkpoint.on, what: `the ${checkpoint.days}-day checkpoint of the renewal` },
    renewsOn === null ? null : { on: renewsOn, what: "the renewal" },
    cadence && lastContactOn !== null
      ? { on: silentUntil(lastContactOn, cadence.days), what: "the next contact of the cadence" }
      : null,
  ]
  const ahead = dates.filter((date) => date !== null && date.on >= today) as NextDate[]
  return ahead.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null
}
