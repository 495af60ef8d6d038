import { addDays } from "#lib/format/calendar-day.ts"
import { checkpoints } from "#lib/today/renewal-checkpoint.ts"
import { touchpointDue } from "#lib/today/touchpoint-due.ts"
import { rules } from "./rules.ts"
import type { AccountSituation, NextStep } from "./schema.ts"

export type NextDate = { readonly on: string; readonly what: string }

export type WhatNext =
  /** `by` is the day to have done it by, and what is on that day; null when none is known. */
  | { readonly kind: "step"; readonly step: NextStep; readonly by: NextDate | null }
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
    if (found) return { kind: "step", step: { rule, ...found }, by: doneBy(situation) }
  }
  return { kind: "nothing", next: nextDate(situation) }
}

/** Today when a touchpoint is due already, otherwise the first day that comes. */
function doneBy(situation: AccountSituation): NextDate | null {
  const { today } = situation
  return touchpointDue(situation) <= today ? { on: today, what: "a touchpoint is due" } : nextDate(situation)
}

/** The earliest of the touchpoint that is due, the next checkpoint of the renewal, and the renewal itself. */
function nextDate(situation: AccountSituation): NextDate | null {
  const { today, renewsOn } = situation
  const coming =
    renewsOn === null ? undefined : checkpoints.findLast((days) => addDays(renewsOn, -days) > today)
  const dates: NextDate[] = [{ on: touchpointDue(situation), what: "the next touchpoint" }]
  if (renewsOn !== null && coming !== undefined)
    dates.push({ on: addDays(renewsOn, -coming), what: `the ${coming}-day checkpoint of the renewal` })
  if (renewsOn !== null) dates.push({ on: renewsOn, what: "the renewal" })
  const ahead = dates.filter((date) => date.on >= today)
  return ahead.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null
}
