/**
 * Runs once for a burst of asks: so long after the first of them as that one asked for, or sooner when a later one
 * is more urgent. Further asks do not put it off, but two runs are never closer than `apartMs`.
 */
export function gather(run: () => void, { apartMs }: { apartMs: number }) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = Infinity
  let lastAt = -Infinity
  const start = () => {
    timer = undefined
    dueAt = Infinity
    lastAt = Date.now()
    run()
  }
  return {
    ask: (withinMs: number) => {
      const now = Date.now()
      const at = Math.max(now + withinMs, lastAt + apartMs)
      if (at >= dueAt) return
      clearTimeout(timer)
      dueAt = at
      timer = setTimeout(start, at - now)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
      dueAt = Infinity
    },
  }
}
