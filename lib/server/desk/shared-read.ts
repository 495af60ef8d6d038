export type Share<Value> = (key: string, read: () => Promise<Value>) => Promise<Value>

/**
 * Lets readers that ask for the same at the same moment read it once: when a change is told to many open pages, they
 * all look again at once. Nobody is given what was read before they asked: who comes during a read gets the next one.
 */
export function sharedRead<Value>(): Share<Value> {
  const running = new Map<string, Promise<Value>>()
  const waiting = new Map<string, Promise<Value>>()
  const start = (key: string, read: () => Promise<Value>): Promise<Value> => {
    const reading = read().finally(() => {
      if (running.get(key) === reading) running.delete(key)
    })
    running.set(key, reading)
    return reading
  }
  return (key, read) => {
    const now = running.get(key)
    if (!now) return start(key, read)
    const known = waiting.get(key)
    if (known) return known
    const next = now.then(ignore, ignore).then(() => {
      waiting.delete(key)
      return start(key, read)
    })
    waiting.set(key, next)
    return next
  }
}

const ignore = () => {}
