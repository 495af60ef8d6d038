import type { Segment } from "#lib/accounts/schema.ts"

export type Incident = {
  readonly name: string
  /** First day, counted from the anchor. */
  readonly day: number
  readonly days: number
  readonly segments: readonly Segment[]
  readonly regions: readonly string[]
  /** How much each day of it hurts those whom it meets, 0 to 1. */
  readonly severity: number
}

/** What was put into the world on purpose, for a method to find; days are counted from the anchor. */
export const planted = {
  incidents: [
    {
      name: "Exports failed",
      day: -417,
      days: 3,
      segments: ["Enterprise", "Mid-Market", "SMB"],
      regions: ["EMEA"],
      severity: 0.35,
    },
    {
      name: "Nobody could sign in",
      day: -163,
      days: 1,
      segments: ["Enterprise", "Mid-Market", "SMB"],
      regions: ["AMER", "EMEA", "APAC"],
      severity: 0.6,
    },
    {
      name: "Reports showed wrong totals",
      day: -40,
      days: 4,
      segments: ["Enterprise", "Mid-Market"],
      regions: ["AMER", "APAC"],
      severity: 0.3,
    },
  ] as readonly Incident[],
  /** Tickets of this segment take longer to handle from that day on. */
  slowTeam: { segment: "Mid-Market" as Segment, fromDay: -150, factor: 1.45 },
  /** The source tells nothing from the first to the last of these days. */
  gap: { source: "help-desk-emea", fromDay: -19, toDay: 2 },
} as const

/** The incidents that meet an account on a day, as the sum of their severities. */
export function incidentOn(
  daysFromAnchor: number,
  { segment, region }: { readonly segment: Segment; readonly region: string },
): number {
  let severity = 0
  for (const incident of planted.incidents)
    if (
      daysFromAnchor >= incident.day &&
      daysFromAnchor < incident.day + incident.days &&
      incident.segments.includes(segment) &&
      incident.regions.includes(region)
    )
      severity += incident.severity
  return severity
}
