/** Position in the event log: cluster epoch, transaction id, sequence inside it. */
export type EventCursor = { readonly epoch: string; readonly xid: bigint; readonly seq: bigint }

export const formatCursor = ({ epoch, xid, seq }: EventCursor): string => `${epoch}-${xid}-${seq}`

const form = /^([0-9a-f]{8})-(\d{1,20})-(\d{1,19})$/

/** Reads a cursor; null when the text is none, so that the caller can say "start anew". */
export function parseCursor(text: string): EventCursor | null {
  const [, epoch, xid, seq] = form.exec(text) ?? []
  if (epoch === undefined || xid === undefined || seq === undefined) return null
  return { epoch, xid: BigInt(xid), seq: BigInt(seq) }
}

export const isAfter = (a: EventCursor, b: EventCursor): boolean =>
  a.xid > b.xid || (a.xid === b.xid && a.seq > b.seq)
