import type { PageBytes } from "./page-bytes.ts"

type PageKind = "list" | "charts" | "specimens"
type Weighed = Exclude<keyof PageBytes, "ahead">

/** What a page of each kind may weigh, in bytes. Charts come after the text, or not at all. */
const byteBudgets: Readonly<Record<PageKind, Readonly<Record<Weighed, number>>>> = {
  list: { script: 170_000, charts: 0, hastyCharts: 0, style: 25_000, font: 70_000, data: 60_000 },
  charts: { script: 290_000, charts: 115_000, hastyCharts: 0, style: 25_000, font: 70_000, data: 120_000 },
  // Each kind of chart at once, which no page of the product has.
  specimens: { script: 290_000, charts: 130_000, hastyCharts: 0, style: 25_000, font: 70_000, data: 120_000 },
}

/** Every page that is not named here is a list. */
const kinds: Readonly<Record<string, PageKind>> = { "/design": "specimens" }

const words: Readonly<Record<keyof PageBytes, string>> = {
  script: "scripts",
  charts: "charts",
  hastyCharts: "charts that the document asks for",
  style: "styles",
  font: "fonts",
  data: "document",
  ahead: "asked for ahead",
}
const parts = Object.keys(words) as (keyof PageBytes)[]
const weighed = parts.filter((part) => part !== "ahead")

/** What weighs more than its budget allows; `slack` 0.05 lets it be 5% more. */
export function overBudget(route: string, bytes: PageBytes, slack = 0): string[] {
  const budget = byteBudgets[kinds[route] ?? "list"]
  return weighed
    .filter((part) => bytes[part] > budget[part] * (1 + slack))
    .map((part) => `${route}: ${words[part]} ${kilobytes(bytes[part])} kB of ${kilobytes(budget[part])} kB`)
}

export const bytesLine = (route: string, bytes: PageBytes): string =>
  `${route.padEnd(30)} ${parts.map((part) => `${words[part]} ${kilobytes(bytes[part])} kB`).join(", ")}`

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)
