import { z } from "zod"

/** "update" fills stated cells and keeps what a blank cell would empty; "overwrite" empties it. */
export const conflictModes = ["update", "skip", "overwrite"] as const
export type ConflictMode = (typeof conflictModes)[number]

const column = z.int().nonnegative()
const word = z.string().max(1_000)

/** What a person decided about one problem; it holds for the whole file. */
export const repair = z.discriminatedUnion("do", [
  z.object({ do: z.literal("read_days"), column, order: z.enum(["day_first", "month_first"]) }),
  z.object({ do: z.literal("read_numbers"), column, style: z.enum(["point", "comma"]) }),
  z.object({ do: z.literal("replace"), column, from: word, to: word }),
  /** Several words of one column at once. */
  z.object({
    do: z.literal("replace_words"),
    column,
    words: z.array(z.object({ from: word, to: word })).max(100),
  }),
  /** Such cells count as empty. */
  z.object({ do: z.literal("blank"), problem: z.string(), column }),
  /** Such rows are left out and can be downloaded. */
  z.object({ do: z.literal("reject"), problem: z.string(), column: column.nullable() }),
  /** Which of several rows of one identity counts. */
  z.object({ do: z.literal("keep"), which: z.enum(["first", "last"]) }),
  /** What is named and unknown is made, such as the person who owns an account. */
  z.object({ do: z.literal("create"), problem: z.string(), column }),
  /** What bears the same domain or name is the same thing, and gets the id of the row. */
  z.object({ do: z.literal("adopt"), problem: z.string(), column }),
  /** Amounts stated in this currency are multiplied by the rate, which gives the workspace's currency. */
  z.object({
    do: z.literal("convert"),
    column,
    from: z.string().min(1).max(10),
    rate: z.number().positive().max(1_000_000),
  }),
])
export type Repair = z.infer<typeof repair>

export const chosenColumn = z.object({
  header: z.string(),
  index: column,
  /** The key of a field, "measure" or "ignore". */
  use: z.string(),
})
export type ChosenColumn = z.infer<typeof chosenColumn>

/** What a person decided about a file; null and an empty list leave it to a guess. */
export const importSettings = z.object({
  /** The day that values without a day of their own are of; null is the workspace's today. */
  day: z.iso.date().nullable().default(null),
  conflict: z.enum(conflictModes).default("update"),
  columns: z.array(chosenColumn).max(2_000).default([]),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]).nullable().default(null),
  separator: z.enum([",", ";", "\t", "|"]).nullable().default(null),
  /** The name of the sheet of a workbook; null is its first one with rows. */
  sheet: z.string().nullable().default(null),
  /** Of instants that state no offset; null is the workspace's. */
  timeZone: z.string().nullable().default(null),
  repairs: z.array(repair).max(1_000).default([]),
})
export type ImportSettings = z.infer<typeof importSettings>

/** Settings of a run that nobody touched yet. */
export const defaultSettings: ImportSettings = importSettings.parse({})
