/** What each level of a skill means, from 0; without a schema beside it, because the browser has it too. */
export const skillLevelWords: readonly string[] = [
  "Has it not",
  "Learns",
  "Works with help",
  "Works alone",
  "Helps others",
  "Sets the standard",
]
