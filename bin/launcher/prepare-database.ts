import postgres from "postgres"
import { migrate } from "#db/migrate.ts"
import { ensureWorkspaces } from "#db/seed/ensure-workspaces.ts"
import type { OpenDatabase } from "../postgres/open-database.ts"

type How = {
  readonly demoPassword: string
  readonly log: (line: string) => void
  /** "keep" leaves every password as it is: only a start, which is told the password, may set it. */
  readonly signIns?: "set" | "keep"
}

/** Schema and workspaces up to date. A database without its owner's address is left as it is. */
export async function prepareDatabase(
  { appUrl, ownerUrl }: Pick<OpenDatabase, "appUrl" | "ownerUrl">,
  { demoPassword, log, signIns = "set" }: How,
): Promise<"prepared" | "left alone"> {
  if (!ownerUrl) {
    log(
      "DATABASE_OWNER_URL is not set: the schema is taken as it is (bring it up to date with `npm run db:migrate`).",
    )
    return "left alone"
  }
  await migrate({ ownerUrl, appUrl, log })
  if (signIns === "set" || !(await hasWorkspaces(ownerUrl)))
    await ensureWorkspaces({ ownerUrl, demoPassword })
  return "prepared"
}

async function hasWorkspaces(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ found: boolean }[]>`select exists (select 1 from workspace) as found`
    return row?.found ?? false
  } finally {
    await sql.end({ timeout: 5 })
  }
}
