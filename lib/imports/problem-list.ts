import { importLimits } from "./limits.ts"
import { printable, withoutControls } from "./printable.ts"
import type { Problem } from "./schema.ts"

type About = Pick<Problem, "kind" | "severity" | "column" | "what" | "expected" | "fix"> &
  Partial<Pick<Problem, "columnIndex" | "values" | "repairs">>
type Found = Pick<Problem, "count" | "samples">

/** Collects problems by their repair: however many cells are wrong, one entry with a count and five samples. */
export class ProblemList {
  readonly #byRepair = new Map<string, Problem>()

  /** One more place: the header is row 1. Without a place the whole file is meant. */
  add(about: About, place?: { readonly row: number; readonly found: string }): void {
    this.addAll(about, { count: 1, samples: place ? [place] : [] })
  }

  addAll(about: About, { count, samples }: Found): void {
    const key = `${about.severity} ${about.kind} ${about.column ?? ""}`
    const known = this.#byRepair.get(key) ?? { ...shown(about), count: 0, samples: [] }
    known.count += count
    for (const { row, found } of samples.slice(0, importLimits.samples - known.samples.length))
      known.samples.push({ row, found: printable(found) })
    this.#byRepair.set(key, known)
  }

  get hasErrors(): boolean {
    return [...this.#byRepair.values()].some((problem) => problem.severity === "error")
  }

  /** Errors first, each group in the order in which it was met. */
  toArray(): Problem[] {
    const all = [...this.#byRepair.values()]
    return [
      ...all.filter((problem) => problem.severity === "error"),
      ...all.filter((problem) => problem.severity === "warning"),
    ]
  }
}

/** Names of columns come from the file, so they are as little trusted as its cells. */
const shown = (about: About): Omit<Problem, "count" | "samples"> => ({
  columnIndex: null,
  values: [],
  repairs: [],
  ...about,
  id: about.columnIndex == null ? about.kind : `${about.kind}:${about.columnIndex}`,
  column: about.column === null ? null : printable(about.column),
  what: withoutControls(about.what),
  expected: withoutControls(about.expected),
  fix: withoutControls(about.fix),
})
