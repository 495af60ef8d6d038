import { setTimeout as sleep } from "node:timers/promises"

/** The first value that is not null, false or undefined; throws with the words given once the time is over. */
export async function eventually<Value>(
  words: string,
  { withinMs, everyMs = 50 }: { withinMs: number; everyMs?: number },
  look: () => Promise<Value | null | undefined | false> | Value | null | undefined | false,
): Promise<Value> {
  const begun = performance.now()
  for (;;) {
    const value = await look()
    if (value) return value
    if (performance.now() - begun > withinMs) throw new Error(`Not within ${withinMs / 1000} s: ${words}`)
    await sleep(everyMs)
  }
}
