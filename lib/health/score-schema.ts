import { z } from "zod"
import { bandEdges, scoreBands } from "./schema.ts"

/** A reading is one value of one measure on one day from one source. */
const raw = z.union([z.number(), z.string()])
const day = z.iso.date()

/** How many readings an aggregate was made from; absent for a reading as it was given. */
const n = z.int().min(1).optional()

export const reading = z.object({
  measureKey: z.string(),
  source: z.string(),
  /** The day of the last reading inside. */
  observedOn: day,
  value: raw,
  n,
})
export type Reading = Readonly<z.infer<typeof reading>>

/** Stale and missing measures are not counted; stale ones still show what was last known. */
export const readingStates = ["used", "missing", "stale"] as const
export type ReadingState = (typeof readingStates)[number]

export const scorePart = z.object({
  measureKey: z.string(),
  label: z.string(),
  groupKey: z.string(),
  /** Percent of the overall score after missing weights were spread; 0 when not used. */
  weight: z.number(),
  raw: raw.nullable(),
  measureScore: z.number().nullable(),
  /** Points above or below the baseline, one decimal. */
  points: z.number(),
  state: z.enum(readingStates),
  source: z.string().nullable(),
  observedOn: day.nullable(),
  ageDays: z.int().nullable(),
  n,
})
export type ScorePart = z.infer<typeof scorePart>

const sourceValue = z.object({ source: z.string(), raw, measureScore: z.number(), observedOn: day })

export const disagreement = z.object({
  measureKey: z.string(),
  label: z.string(),
  chosen: sourceValue,
  other: sourceValue,
  /** Measure score of the other source minus that of the chosen one. */
  difference: z.number(),
})
export type Disagreement = z.infer<typeof disagreement>

export const vetoHit = z.object({ measureKey: z.string(), label: z.string(), reason: z.string() })
export type VetoHit = z.infer<typeof vetoHit>

export const healthScore = z.object({
  modelId: z.string(),
  modelVersion: z.int(),
  asOf: day,
  baseline: z.number(),
  bands: bandEdges,
  /** What people see; null when nothing or too little is known. */
  value: z.int().min(0).max(100).nullable(),
  exact: z.number().nullable(),
  band: z.enum(scoreBands),
  parts: z.array(scorePart),
  /** The cap as its own part, when a veto lowered the score. */
  vetoPart: z.object({ label: z.string(), points: z.number() }).nullable(),
  /** Share 0 to 1 of configured weight that is available. */
  coverage: z.number().min(0).max(1),
  measuresUsed: z.int(),
  measuresTotal: z.int(),
  oldestDays: z.int().nullable(),
  freshestOn: day.nullable(),
  disagreements: z.array(disagreement),
  vetoes: z.array(vetoHit),
})
export type HealthScore = z.infer<typeof healthScore>
