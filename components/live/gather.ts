/**
 * Runs once for a burst of asks, a moment after the first of them. Further asks do not put it off: however long
 * a burst lasts, it runs every `milliseconds`.
 */
export function gather(run: () => void, milliseconds: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        run()
      }, milliseconds)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
