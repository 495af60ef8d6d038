import pino, { type Logger } from "pino"
import { env } from "./env.ts"

const hidden = ["password", "token", "secret", "cookie", "authorization", "*.password", "*.token", "*.secret"]

let logger: Logger | undefined

/** One JSON line per event on standard output; secrets are replaced before they are written. */
export function log(): Logger {
  logger ??= pino({
    level: env().CSOPS_LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: hidden, censor: "[hidden]" },
  })
  return logger
}
