import { z } from "zod"
import { longestFind } from "./found.ts"

/** What is typed into the palette, as the search reads it. */
export const findQuery = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(longestFind)
    .regex(/^\P{Cc}*$/u),
})
