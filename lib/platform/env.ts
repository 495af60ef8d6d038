import { z } from "zod"

const optionalUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must start with postgres://")
  .optional()

/** Every environment variable the product reads; `.env.example` is tested against this list. */
export const envShape = {
  PORT: z.coerce
    .number("must be a whole number from 1 to 65535")
    .int("must be a whole number from 1 to 65535")
    .min(1, "must be a whole number from 1 to 65535")
    .max(65_535, "must be a whole number from 1 to 65535")
    .default(3000)
    .describe("Port of the web server"),
  HOST: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe("Address the web server listens on; 0.0.0.0 for the LAN"),
  DATABASE_URL: optionalUrl.describe(
    "Postgres >= 15 as the app role (neither owner nor superuser); unset: the embedded server",
  ),
  DATABASE_OWNER_URL: optionalUrl.describe("The same database as its owner, for migrations only"),
  CSOPS_DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe("Connections of one process"),
  CSOPS_HOME: z.string().min(1).default(".data").describe("Folder of the embedded server, secrets and logs"),
  CSOPS_NOW: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("Freezes business time (ISO 8601); sessions and limits keep real time"),
  CSOPS_DEMO_PASSWORD: z
    .string()
    .min(8)
    .optional()
    .describe("Password of the demo people; random when unset"),
  CSOPS_DEMO_WORLD: z
    .enum(["full", "small", "none"])
    .default("full")
    .describe("Size of the made-up company in the Demo workspace, settled by the first start"),
  CSOPS_MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, "must be 32 bytes in base64")
    .optional()
    .describe("Master key for secrets and personal fields; kept in CSOPS_HOME with the embedded server"),
  NEXTAUTH_SECRET: z.string().min(32).optional().describe("Key of the session cookie; made on first start"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .string()
    .optional()
    .describe("Key of the forms' secrets, the same for the build and every web process; made on first start"),
  NEXTAUTH_URL: z.url().optional().describe("Address people use; http://localhost:PORT when unset"),
  CSOPS_LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"])
    .default("info")
    .describe("Least severe line that is logged"),
  CSOPS_POSTGRES_USER: z
    .string()
    .optional()
    .describe("Account that runs the embedded server when started as root"),
  CSOPS_DESIGN: z
    .enum(["0", "1"])
    .default("0")
    .describe("1: /design shows every component, also outside of development"),
  CSOPS_DATA_DIR: z.string().default("../shared/data").describe("Public data sets for the data tests"),
  CSOPS_REQUIRE_DATA: z.enum(["0", "1"]).default("0").describe("1: a missing data set fails its test"),
} as const

const envSchema = z.object(envShape)
export type Env = z.infer<typeof envSchema>

/** Reads and checks the environment; throws one error that names every wrong variable and its repair. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""))
  const parsed = envSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `  ${name}: ${issue.message}`
  })
  throw new Error(`The environment has ${lines.length} wrong value(s):\n${lines.join("\n")}`)
}

let parsedOnce: Env | undefined

export function env(): Env {
  parsedOnce ??= parseEnv(process.env)
  return parsedOnce
}
