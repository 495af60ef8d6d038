import { buildWhenStale } from "#bin/launcher/build.ts"
import { childEnvironment } from "#bin/launcher/child-environment.ts"
import { openInstallation } from "#bin/launcher/installation.ts"

/** The checks run the built product: the build of `npm start` and `npm test`, made when it is stale. */
export default async function setup(): Promise<void> {
  const { root, dataDir, address, secrets } = openInstallation(process.env)
  const environment = childEnvironment({ base: process.env, secrets: secrets(), address, dataDir })
  await buildWhenStale({ root, dataDir, environment })
}
