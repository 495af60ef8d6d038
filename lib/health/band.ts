import type { Band, BandEdges, ScoreBand } from "./schema.ts"

/** The whole number people see: half rounds up; float noise below a billionth cannot push it down. */
export const displayedScore = (exact: number): number => Math.floor(exact + 0.5 + 1e-9)

/**
 * The band of a displayed whole number. The lower edge is exclusive: with edges 50 and 75, 50 is red, 51 and 75
 * are yellow, 76 is green.
 */
export function bandOf(displayed: number, edges: BandEdges): Band {
  if (displayed <= edges.redUpTo) return "red"
  return displayed <= edges.yellowUpTo ? "yellow" : "green"
}

export type BandWords = { readonly label: string; readonly status: "act" | "watch" | "good" | "unknown" }

export const bandWords: Readonly<Record<ScoreBand, BandWords>> = {
  red: { label: "Act now", status: "act" },
  yellow: { label: "Watch", status: "watch" },
  green: { label: "Good", status: "good" },
  insufficient: { label: "Insufficient data", status: "unknown" },
}
