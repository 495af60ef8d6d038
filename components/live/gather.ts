/**
 * Runs once for a burst of asks: so long after the first of them as that one asked for, or sooner when a later one
 * is more urgent. Further asks do not put it off, but a run never follows the one before by less than `apartMs`.
 */
export function gather(run: () => void) {
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
    ask: ({ withinMs, apartMs }: { withinMs: number; apartMs: number }) => {
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
