/** The words as a sentence that another one can follow. */
export const withFullStop = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
