import { nameWords, phraseIn } from "./name-words.ts"

export type GroupGuess = { readonly key: string; readonly label: string }

const groups: readonly (GroupGuess & { readonly phrases: readonly string[] })[] = [
  {
    key: "relationship",
    label: "Relationship",
    phrases: [
      ...[
        "nps",
        "csat",
        "ces",
        "survey",
        "satisfaction",
        "sentiment",
        "sponsor",
        "champion",
        "contact",
        "meeting",
      ],
      ...[
        "qbr",
        "tenure",
        "relationship",
        "touchpoint",
        "executive",
        "feedback",
        "promoter",
        "detractor",
        "rating",
      ],
    ],
  },
  {
    key: "support",
    label: "Support",
    phrases: [
      ...[
        "ticket",
        "support",
        "complaint",
        "incident",
        "escalation",
        "error",
        "bug",
        "resolution",
        "response time",
      ],
      ...["outage", "downtime", "sla", "case", "defect", "crash", "crashes", "breach", "backlog"],
    ],
  },
  {
    key: "commercial",
    label: "Commercial",
    phrases: [
      ...[
        "contract",
        "payment",
        "invoice",
        "overdue",
        "charge",
        "price",
        "arr",
        "mrr",
        "revenue",
        "billing",
        "renewal",
      ],
      ...[
        "discount",
        "plan",
        "tier",
        "amount",
        "balance",
        "spend",
        "subscription",
        "credit",
        "cost",
        "fee",
        "order",
      ],
    ],
  },
  {
    key: "usage",
    label: "Usage",
    phrases: [
      ...[
        "usage",
        "use",
        "used",
        "login",
        "active",
        "session",
        "adoption",
        "seat",
        "licence",
        "license",
        "minute",
      ],
      ...[
        "engagement",
        "visit",
        "event",
        "feature",
        "dau",
        "mau",
        "wau",
        "inactive",
        "click",
        "streaming",
        "hour",
      ],
    ],
  },
  {
    key: "product",
    label: "Product",
    phrases: [
      ...[
        "product",
        "service",
        "internet",
        "phone",
        "line",
        "device",
        "backup",
        "security",
        "module",
        "integration",
      ],
      ...["api", "version", "protection", "online", "add on", "uptime", "latency"],
    ],
  },
]

const other: GroupGuess = { key: "other", label: "Other" }

/** The group a measure's name speaks of; "Other" when no dictionary knows it. The first group that matches wins. */
export function guessGroup(name: string): GroupGuess {
  const words = nameWords(name)
  const found = groups.find((group) => phraseIn(words, group.phrases) !== null)
  return found ? { key: found.key, label: found.label } : other
}
