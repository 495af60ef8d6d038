/** A cursor, null when the stream begins anew, and what was told; null when the page must look again in any case. */
type Hear = (cursor: string | null, told: string | null) => void

/**
 * Follows the live stream from a cursor on. A shared worker holds one connection for all tabs of the
 * browser; where there is none, the tab holds its own while it can be seen.
 */
export function followEvents(after: string, hear: Hear): () => void {
  return "SharedWorker" in globalThis ? throughWorker(after, hear) : throughTab(after, hear)
}

function throughWorker(after: string, hear: Hear): () => void {
  const worker = new SharedWorker("/live-worker.js", { name: "csops-live" })
  worker.port.onmessage = ({ data }: MessageEvent<{ cursor: string | null; told: string | null }>) =>
    hear(data.cursor, data.told)
  worker.port.start()
  worker.port.postMessage({ follow: after })
  const leave = () => worker.port.postMessage({ leave: true })
  globalThis.addEventListener("pagehide", leave)
  return () => {
    globalThis.removeEventListener("pagehide", leave)
    leave()
    worker.port.close()
  }
}

const firstWaitMs = 1_000
const longestWaitMs = 60_000

function throughTab(after: string, hear: Hear): () => void {
  let source: EventSource | null = null
  let cursor = after
  let waitMs = firstWaitMs
  let timer: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const open = () => {
    if (source || document.visibilityState !== "visible") return
    source = new EventSource(`/api/stream?after=${encodeURIComponent(cursor)}`)
    source.onopen = () => {
      waitMs = firstWaitMs
    }
    source.onmessage = (message) => {
      cursor = message.lastEventId
      hear(cursor, message.data)
    }
    source.addEventListener("hello", (message) => {
      cursor = message.lastEventId
    })
    source.addEventListener("reset", () => hear(null, null))
    source.addEventListener("end", (message) => {
      // The session ended or moved to another workspace: what is on the screen may be of neither.
      if (String(message.data).includes("signed_out")) hear(null, null)
      comeBack()
    })
    // A browser does not try again after an answer that is no stream, such as 503.
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) comeBack()
    }
  }
  const comeBack = () => {
    close()
    timer = setTimeout(open, waitMs)
    waitMs = Math.min(waitMs * 2, longestWaitMs)
  }
  const follow = () => (document.visibilityState === "visible" ? open() : close())
  document.addEventListener("visibilitychange", follow)
  open()
  return () => {
    document.removeEventListener("visibilitychange", follow)
    close()
  }
}
