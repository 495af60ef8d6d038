/**
 * For processes that read large files: Node would let garbage pile up to hundreds of megabytes before it collects for
 * the first time. `bin/bootstrap.mjs` gives the same to the import of the command line.
 */
export const leanFlags = ["--max-semi-space-size=16", "--initial-old-space-size=24"] as const

/** For the process that makes pages: what a request makes and forgets is then collected at less cost. */
export const pageFlags = ["--max-semi-space-size=32"] as const
