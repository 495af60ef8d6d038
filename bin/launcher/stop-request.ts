export class StopRequested extends Error {}

export type StopRequest = {
  readonly signal: AbortSignal
  /** The value, or StopRequested when somebody asks to stop before it is there. */
  or<T>(work: Promise<T>): Promise<T>
}

/** One wish to stop, however often and in whichever way it is expressed: npm and the terminal may both pass it on. */
export function listenForStop(): StopRequest {
  const controller = new AbortController()
  const asked = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(new StopRequested("Asked to stop.")))
  })
  asked.catch(() => undefined)
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => controller.abort())
  // A closed terminal must not end us with an error on the next line we print.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)
  return { signal: controller.signal, or: (work) => Promise.race([asked, work]) }
}
