import { migrate } from "#db/migrate.ts"
import { ensureWorkspaces } from "#db/seed/ensure-workspaces.ts"
import type { OpenDatabase } from "../postgres/open-database.ts"

/** Schema and workspaces up to date. A database without its owner's address is left as it is. */
export async function prepareDatabase(
  { appUrl, ownerUrl }: Pick<OpenDatabase, "appUrl" | "ownerUrl">,
  { demoPassword, log }: { demoPassword: string; log: (line: string) => void },
): Promise<"prepared" | "left alone"> {
  if (!ownerUrl) {
    log(
      "DATABASE_OWNER_URL is not set: the schema is taken as it is (bring it up to date with `npm run db:migrate`).",
    )
    return "left alone"
  }
  await migrate({ ownerUrl, appUrl, log })
  await ensureWorkspaces({ ownerUrl, demoPassword })
  return "prepared"
}
