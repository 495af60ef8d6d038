import { join } from "node:path"
import { demoPeople } from "#db/seed/demo-people.ts"
import { openDatabase } from "../postgres/open-database.ts"
import { wordsOf } from "../processes/failure.ts"
import { type FileLock, tryExclusiveLock } from "../processes/file-lock.ts"
import { announcement } from "./announcement.ts"
import { buildWhenStale } from "./build.ts"
import { childEnvironment } from "./child-environment.ts"
import { keepDemo } from "./fill-demo.ts"
import type { Installation } from "./installation.ts"
import { meetNeighbour } from "./meet-neighbour.ts"
import { lastWords, openRunRecord, startWeb, startWorker } from "./parts.ts"
import { requirePort } from "./port-holder.ts"
import { prepareDatabase } from "./prepare-database.ts"
import { type StopRequest, StopRequested } from "./stop-request.ts"
import { endOrphans } from "./take-over.ts"
import { waitUntilReady } from "./wait-until-ready.ts"

type Launch = { installation: Installation; stop: StopRequest; print: (line: string) => void }

const childGraceMs = 10_000
const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** Runs the product in this clone until asked to stop; a second launcher only tells where the first one runs. */
export async function launch({ installation, stop, print }: Launch): Promise<number> {
  const tryLock = () => tryExclusiveLock(join(installation.dataDir, "launcher.lock"))
  const lock = tryLock()
  if (lock) return run({ installation, stop, print }, lock)
  const met = await stop.or(meetNeighbour({ dataDir: installation.dataDir, tryLock, timeoutMs: 30_000 }))
  if (met.state === "gone") return run({ installation, stop, print }, met.lock)
  const address = met.record?.address ?? installation.address
  if (met.state === "silent") {
    print(
      `CS-Ops was started here before, but ${address} does not answer. Logs: ${installation.dataDir}/logs`,
    )
    return 1
  }
  if (met.state === "starting")
    print(`Another start in this folder is still at work. It will run at ${address}.`)
  else print(announcement({ address, people: demoPeople, password: installation.passwordWords() }))
  return 0
}

async function run({ installation, stop, print }: Launch, lock: FileLock): Promise<number> {
  const { dataDir, env, root, address, reachedAt } = installation
  const begun = performance.now()
  const closings: (() => Promise<unknown>)[] = []
  const building = new AbortController()
  const filling = new AbortController()
  try {
    const secrets = installation.secrets()
    await endOrphans(dataDir, print)
    await requirePort(env.PORT, env.HOST)
    const record = openRunRecord(installation)

    const opening = openDatabase({ root, env, log: print })
    closings.push(() => opening.then((database) => database.release()).catch(() => undefined))
    const preparing = opening.then(async (database) => {
      print(`Database: ${database.detail} (${secondsSince(begun)})`)
      const state = await prepareDatabase(database, { demoPassword: secrets.CSOPS_DEMO_PASSWORD, log: print })
      return { database, people: state === "prepared" ? demoPeople : [] }
    })
    // Nobody waits for the demo: it fills beside the build, or behind the open pages.
    const filled = preparing.then(
      ({ database }) => keepDemo({ installation, database, signal: filling.signal, log: print }),
      () => undefined,
    )
    closings.push(() => {
      filling.abort()
      return filled
    })
    const environment = childEnvironment({ base: process.env, secrets, address, dataDir })
    const build = buildWhenStale({
      root,
      dataDir,
      environment,
      signal: building.signal,
      onStart: (pid) => {
        if (pid) print("Building the pages (one to three minutes; only after a change) …")
        record.note("build", pid)
      },
    })
    closings.push(() => {
      building.abort()
      return build.catch(() => undefined)
    })
    const [{ database, people }] = await stop.or(Promise.all([preparing, build]))

    const how = { installation, appUrl: database.appUrl, note: record.note, log: print }
    const web = startWeb(how)
    closings.push(() => web.stop(childGraceMs))
    await stop.or(
      waitUntilReady(`${reachedAt}/api/health/ready`, { timeoutMs: 60_000, stop: stop.signal }).catch(
        (error) => {
          throw new Error(`${wordsOf(error)}\n${lastWords(installation, "web")}`)
        },
      ),
    )
    const worker = startWorker(how)
    // Both at once: ten seconds is what the whole stop may take.
    closings.splice(-1, 1, () => Promise.all([web.stop(childGraceMs), worker.stop(childGraceMs)]))
    record.running()
    print(announcement({ address, people, password: installation.passwordWords() }))
    print(`  Ready in ${secondsSince(begun)}. Logs: ${dataDir}/logs. Stop with Ctrl-C.`)
    throw await stop.or(database.failed)
  } catch (error) {
    if (error instanceof StopRequested) {
      print("Stopping …")
      return 0
    }
    print(wordsOf(error))
    return 1
  } finally {
    for (const close of closings.reverse()) await close()
    lock.release()
  }
}
