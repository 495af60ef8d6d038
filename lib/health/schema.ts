import { z } from "zod"
import { weightFaults } from "./weight-faults.ts"

export const bands = ["red", "yellow", "green"] as const
export type Band = (typeof bands)[number]

/** A band, or the statement that too little is known to name one. */
export const scoreBands = [...bands, "insufficient"] as const
export type ScoreBand = (typeof scoreBands)[number]

/** Which way of a raw value is better. */
export const directions = ["higher", "lower"] as const
export type Direction = (typeof directions)[number]

const points = z.number().min(0).max(100)
const percent = z.number().min(0).max(100)
const key = z.string().trim().min(1).max(100)
const label = z.string().trim().min(1).max(200)

export const linearScale = z
  .object({ kind: z.literal("linear"), worst: z.number(), best: z.number() })
  .refine((scale) => scale.worst !== scale.best, "Worst and best are the same value: change one of them")

/** `upTo` is inclusive: a value of exactly `upTo` takes that edge's score. */
export const bandedScale = z
  .object({
    kind: z.literal("banded"),
    edges: z.array(z.object({ upTo: z.number(), score: points })).min(1),
    above: points,
  })
  .superRefine((scale, context) => {
    const scores = [...scale.edges.map((edge) => edge.score), scale.above]
    const isRising = scores.every((score, i) => i === 0 || score >= scores[i - 1]!)
    const isFalling = scores.every((score, i) => i === 0 || score <= scores[i - 1]!)
    if (!isRising && !isFalling) {
      context.addIssue({
        code: "custom",
        message: `Scores ${scores.join(", ")} go up and down: keep one direction`,
      })
    }
    const isOrdered = scale.edges.every((edge, i) => i === 0 || edge.upTo > scale.edges[i - 1]!.upTo)
    if (!isOrdered) {
      const edges = scale.edges.map((edge) => edge.upTo).join(", ")
      context.addIssue({ code: "custom", message: `Edges ${edges} are not ascending: order them, each once` })
    }
  })

export const ordinalScale = z.object({
  kind: z.literal("ordinal"),
  scores: z
    .record(z.string().min(1), points)
    .refine((scores) => Object.keys(scores).length > 0, "A category scale needs at least one category"),
})

export const scale = z.discriminatedUnion("kind", [linearScale, bandedScale, ordinalScale])
export type Scale = z.infer<typeof scale>

export const veto = z.object({ atOrBelowScore: points, reason: z.string().trim().min(1).max(200) })

/** What of the readings inside the window is scored. */
export const aggregates = ["last", "mean", "sum", "change_per_30_days"] as const
export type Aggregate = (typeof aggregates)[number]

export const modelGroup = z.object({ key, label, weight: percent })

export const modelMeasure = z
  .object({
    key,
    label,
    unit: z.string().trim().max(40),
    groupKey: key,
    /** Percent of the group. */
    weight: percent,
    scale,
    /** Older readings count as missing; null = never. */
    maxAgeDays: z.int().min(0).nullable(),
    veto: veto.nullable(),
    /** Preferred sources, first wins; a source that is not named comes after all that are. */
    sources: z.array(key),
    /** Absent: the last reading. */
    aggregate: z.enum(aggregates).optional(),
    /** Days up to the day of the score, itself included, whose readings an aggregate takes in. */
    windowDays: z.int().min(1).max(400).optional(),
  })
  .superRefine(({ aggregate = "last", windowDays, scale: { kind } }, context) => {
    if (aggregate === "last") return
    if (windowDays === undefined)
      context.addIssue({ code: "custom", path: ["windowDays"], message: "Say over how many days" })
    if (kind === "ordinal")
      context.addIssue({ code: "custom", path: ["aggregate"], message: "Categories have no mean: use last" })
  })
export type ModelMeasure = z.infer<typeof modelMeasure>

const anyOf = z.array(z.string().trim().min(1)).min(1).optional()

export const segmentCondition = z
  .object({ segment: anyOf, region: anyOf, industry: anyOf, stage: anyOf })
  .refine((condition) => Object.values(condition).some(Boolean), "A rule without a condition matches nothing")
export type SegmentCondition = z.infer<typeof segmentCondition>

export const bandEdges = z
  .object({ redUpTo: z.int().min(0).max(99), yellowUpTo: z.int().min(1).max(99) })
  .refine((edges) => edges.redUpTo < edges.yellowUpTo, "Red must end below yellow")
export type BandEdges = z.infer<typeof bandEdges>

export const healthModel = z
  .object({
    id: z.string().min(1),
    version: z.int().min(1),
    name: z.string().trim().min(1).max(120),
    /** One matching condition suffices; a model without any is the default. */
    segmentRule: z.array(segmentCondition).min(1).optional(),
    baseline: z.literal(50),
    /** Share of configured weight below which no band is named. */
    minimumCoverage: z.number().min(0).max(1),
    bands: bandEdges,
    groups: z.array(modelGroup).min(1),
    measures: z.array(modelMeasure).min(1),
  })
  .superRefine((model, context) => {
    for (const fault of weightFaults(model)) {
      context.addIssue({ code: "custom", path: [fault.where], message: fault.message })
    }
  })
export type HealthModel = z.infer<typeof healthModel>
