import type { Direction } from "../schema.ts"
import { nameWords, phraseIn } from "./name-words.ts"

export type DirectionGuess = {
  readonly value: Direction
  readonly isAssumed: boolean
  readonly because: string
}

// Judgements win over what is judged ("ticket satisfaction"), and bad news over good words ("days since last login").
const surelyHigher = [
  "satisfaction",
  "csat",
  "nps",
  "resolved",
  "on time",
  "retention",
  "renewed",
  "within sla",
]
const lower = [
  ...[
    "days since",
    "weeks since",
    "months since",
    "time since",
    "since last",
    "inactive",
    "inactivity",
    "silence",
  ],
  ...["ticket", "complaint", "error", "bug", "incident", "crash", "crashes", "downtime", "outage", "defect"],
  ...["overdue", "unpaid", "late", "debt", "arrears", "failed", "failure", "decline", "dispute", "refund"],
  ...[
    "churn",
    "attrition",
    "cancel",
    "cancellation",
    "cancelled",
    "risk",
    "escalation",
    "escalated",
    "breach",
  ],
  ...[
    "response time",
    "resolution time",
    "wait time",
    "latency",
    "delay",
    "backlog",
    "bounce",
    "unsubscribe",
  ],
  ...["detractor", "effort", "downgrade", "contraction", "discount"],
]
const higher = [
  ...[
    "usage",
    "use",
    "login",
    "session",
    "active",
    "adoption",
    "feature",
    "seat",
    "licence",
    "license",
    "engagement",
  ],
  ...[
    "tenure",
    "score",
    "health",
    "uptime",
    "meeting",
    "revenue",
    "arr",
    "mrr",
    "visit",
    "referral",
    "training",
  ],
  ...["promoter", "champion", "sponsor", "contract", "plan", "integration", "sentiment", "rating"],
]

/** Which way of a measure is better, by its name alone; higher when the name says nothing. */
export function guessDirection(name: string): DirectionGuess {
  const words = nameWords(name)
  const strong = phraseIn(words, surelyHigher)
  if (strong)
    return { value: "higher", isAssumed: false, because: `Higher is better: the name says "${strong}"` }
  const bad = phraseIn(words, lower)
  if (bad) return { value: "lower", isAssumed: false, because: `Lower is better: the name says "${bad}"` }
  const good = phraseIn(words, higher)
  if (good) return { value: "higher", isAssumed: false, because: `Higher is better: the name says "${good}"` }
  return {
    value: "higher",
    isAssumed: true,
    because: "Higher is better: assumed, as the name does not say; check it",
  }
}
