import type { Problem } from "#lib/imports/schema.ts"
import type { Repair } from "#lib/imports/settings.ts"

/** What a repair decides about: a later one about the same takes its place. */
function subjectOf(repair: Repair): string {
  switch (repair.do) {
    case "read_days":
    case "read_numbers":
      return `${repair.do} ${repair.column}`
    case "replace":
      return `replace ${repair.column} ${repair.from}`
    case "replace_words":
      return `replace_words ${repair.column} ${JSON.stringify(repair.words.map(({ from }) => from))}`
    case "convert":
      return `convert ${repair.from}`
    case "keep":
      return "keep"
    case "blank":
    case "reject":
    case "create":
    case "adopt":
      return `${repair.problem} ${repair.column}`
  }
}

/** The repairs with one more, in the order in which they were chosen. */
export const withRepair = (repairs: readonly Repair[], added: Repair): Repair[] => [
  ...repairs.filter((repair) => subjectOf(repair) !== subjectOf(added)),
  added,
]

export const withoutRepair = (repairs: readonly Repair[], place: number): Repair[] =>
  repairs.filter((_, at) => at !== place)

const leavesOut: ReadonlySet<Repair["do"]> = new Set(["reject", "keep"])

/** The first choice of every problem that has one. For the sake of a warning no row is left out unasked. */
export const recommendedRepairs = (problems: readonly Problem[]): Repair[] =>
  problems.flatMap(({ severity, repairs: [first] }) =>
    first && (severity === "error" || !leavesOut.has(first.repair.do)) ? [first.repair] : [],
  )

/** A decision in the words of the person who took it. `headers` are those of the file. */
export function repairWords(repair: Repair, headers: readonly string[]): string {
  const column = "column" in repair && repair.column !== null ? headers[repair.column] : undefined
  const where = column === undefined ? "" : ` in “${column}”`
  switch (repair.do) {
    case "read_days":
      return `Dates${where} are read with the ${repair.order === "day_first" ? "day" : "month"} first`
    case "read_numbers":
      return `Numbers${where} are read with a decimal ${repair.style}`
    case "replace":
      return `“${repair.from}”${where} is read as ${repair.to === "" ? "blank" : `“${repair.to}”`}`
    case "replace_words":
      return repair.words
        .map(({ from, to }) => `“${from}”${where} is read as ${to === "" ? "blank" : `“${to}”`}`)
        .join("; ")
    case "convert":
      return `Amounts in ${repair.from} are multiplied by ${repair.rate}`
    case "keep":
      return `Of rows with the same identity the ${repair.which} one counts`
    case "blank":
      return `Cells${where} with this problem count as empty (${problemWords(repair.problem)})`
    case "reject":
      return `Rows with this problem${where} are left out (${problemWords(repair.problem)})`
    case "create":
      return `What is unknown${where} is created (${problemWords(repair.problem)})`
    case "adopt":
      return `What bears the same${where} is the same and gets the id of its row (${problemWords(repair.problem)})`
  }
}

const problemWords = (kind: string): string => kind.replaceAll("_", " ")
