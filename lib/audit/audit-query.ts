import { z } from "zod"
import { callerDoors } from "../access/caller.ts"
import { type EventType, eventPayloads } from "../events/schema.ts"
import { utcMidnight } from "../format/calendar-day.ts"

export const doorNames: Readonly<Record<(typeof callerDoors)[number], string>> = {
  session: "Person in the browser",
  token: "API client",
  job: "Job of the product",
  command_line: "Command line",
  seed: "Demo data",
}

const types = Object.keys(eventPayloads) as [EventType, ...EventType[]]

const words = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}*$/u)
  .optional()
  .catch(undefined)

/** A day of the calendar; the years that a database can hold no events of are no days. */
const day = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d$/)
  .refine((text) => {
    try {
      return utcMidnight(text) !== null
    } catch {
      return false
    }
  })
  .optional()
  .catch(undefined)

/** Where a page of the log goes on: behind this instant and number. */
const cursor = z
  .string()
  .regex(/^\d{1,17}-\d{1,18}$/)
  .optional()
  .catch(undefined)

/** The state of the log, as it stands in the address. What cannot be read is dropped. */
export const auditQuery = z.object({
  who: words,
  what: z.enum(types).optional().catch(undefined),
  account: words,
  from: day,
  to: day,
  via: z.enum(callerDoors).optional().catch(undefined),
  before: cursor,
})
export type AuditQuery = z.infer<typeof auditQuery>

/** The filters that leave what people did in the browser on one day. */
export const peopleToday = (today: string): AuditQuery => ({ via: "session", from: today, to: today })

export const auditFilters = ["who", "what", "account", "from", "to", "via"] as const
export type AuditFilter = (typeof auditFilters)[number]

/** The address of the log with some of its state changed; a filter that changes leads to the first page. */
export function auditHref(
  query: AuditQuery,
  changed: Partial<Record<AuditFilter | "before", string | undefined>>,
  path = "/admin/audit",
): string {
  const search = new URLSearchParams()
  for (const filter of auditFilters) {
    const value = filter in changed ? changed[filter] : query[filter]
    if (value) search.set(filter, value)
  }
  if (changed.before) search.set("before", changed.before)
  return search.size > 0 ? `${path}?${search}` : path
}

/** A place in the log: microseconds since 1970 and the number of the event. */
export type AuditPlace = { readonly microseconds: string; readonly seq: string }

export function placeOf(before: string | undefined): AuditPlace | null {
  const [microseconds, seq] = before?.split("-") ?? []
  return microseconds && seq ? { microseconds, seq } : null
}
