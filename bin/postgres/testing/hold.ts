import { once } from "node:events"
import { startPostgres } from "../start-postgres.ts"

/** A program that uses the server of the folder it is given, and says so, until it is asked to leave. */
const cluster = await startPostgres({ dataDir: process.argv[2] ?? "", log: () => undefined })
const { port, pid, adopted, ownerUrl } = cluster
const asked = once(process, "SIGTERM")
console.log(JSON.stringify({ port, pid, adopted, ownerUrl }))
const stay = setInterval(() => undefined, 60_000)
await asked
console.log(await cluster.release())
clearInterval(stay)
