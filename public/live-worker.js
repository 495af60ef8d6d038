// One live stream for all tabs of this browser. Browsers allow six connections to a host over HTTP/1.1:
// a stream per tab would leave none for the seventh.
const ports = new Set()
let source = null
let cursor = null
let waitMs = 1000

const parse = (text) => {
  const [epoch, xid, seq] = text.split("-")
  return { epoch, xid: BigInt(xid), seq: BigInt(seq) }
}

const isAfter = (a, b) => a.xid > b.xid || (a.xid === b.xid && a.seq > b.seq)

function tell(message) {
  for (const port of ports) port.postMessage(message)
}

function open(after) {
  cursor = after
  source = new EventSource(`/api/stream?after=${encodeURIComponent(after)}`)
  source.onopen = () => {
    waitMs = 1000
  }
  source.onmessage = (message) => {
    cursor = message.lastEventId
    tell({ cursor, told: message.data })
  }
  source.addEventListener("hello", (message) => {
    cursor = message.lastEventId
  })
  source.addEventListener("reset", () => tell({ cursor: null, told: null }))
  // The session ended or moved to another workspace, so the tabs look again; or the server stops.
  source.addEventListener("end", (message) => {
    if (String(message.data).includes("signed_out")) tell({ cursor: null, told: null })
    comeBack()
  })
  source.onerror = () => {
    if (source?.readyState === EventSource.CLOSED) comeBack()
  }
}

function comeBack() {
  close()
  setTimeout(() => {
    if (!source && ports.size > 0 && cursor) open(cursor)
  }, waitMs)
  waitMs = Math.min(waitMs * 2, 60000)
}

function close() {
  source?.close()
  source = null
}

function follow(port, after) {
  ports.add(port)
  if (!source) {
    open(after)
    return
  }
  // The page was rendered before what this stream has already told: it looks again at once.
  const told = parse(cursor)
  const asked = parse(after)
  if (told.epoch !== asked.epoch) {
    close()
    open(after)
  } else if (isAfter(told, asked)) port.postMessage({ cursor, told: null })
}

self.onconnect = (connection) => {
  const [port] = connection.ports
  port.onmessage = ({ data }) => {
    if (data.leave) {
      ports.delete(port)
      if (ports.size === 0) close()
    } else if (data.follow) follow(port, data.follow)
  }
  port.start()
}
