import { setTimeout as sleep } from "node:timers/promises"

/** The status an address answers with, whatever it is; null when nobody answers. */
export async function statusOf(address: string): Promise<number | null> {
  try {
    const answer = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(5_000) })
    await answer.body?.cancel()
    return answer.status
  } catch {
    return null
  }
}

export async function waitUntilReady(
  address: string,
  { timeoutMs, stop }: { timeoutMs: number; stop: AbortSignal },
): Promise<void> {
  const deadline = performance.now() + timeoutMs
  let last: number | null = null
  while (!stop.aborted && performance.now() < deadline) {
    last = await statusOf(address)
    if (last === 200) return
    await sleep(150, undefined, { signal: stop }).catch(() => undefined)
  }
  if (stop.aborted) return
  const answer = last === null ? "no answer" : `status ${last}`
  throw new Error(`The web server was not ready after ${timeoutMs / 1000} s (${address}: ${answer}).`)
}
