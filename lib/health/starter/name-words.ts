/**
 * A column header as lower-case words between spaces, with a space at both ends, so that whole words and phrases
 * can be looked up: "DaysSinceLastLogin", "days_since_last_login" and "Days since last login" are the same.
 */
export function nameWords(name: string): string {
  const words = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return ` ${(words ?? []).join(" ")} `
}

/** The first phrase that stands in the words as whole words, or its plural with s; null when none does. */
export function phraseIn(words: string, phrases: readonly string[]): string | null {
  return phrases.find((phrase) => words.includes(` ${phrase} `) || words.includes(` ${phrase}s `)) ?? null
}
