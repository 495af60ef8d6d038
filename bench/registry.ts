import { accountsPage } from "./accounts-page.ts"
import { apiRead } from "./api-read.ts"
import type { Bench } from "./bench.ts"
import { commitToScreen } from "./commit-to-screen.ts"
import { importBench } from "./import.ts"
import { rescore } from "./rescore.ts"
import { signalToScreen } from "./signal-to-screen.ts"
import { start } from "./start.ts"
import { vitals } from "./vitals.ts"
import { world } from "./world.ts"

export const benches: readonly Bench[] = [
  start,
  accountsPage,
  apiRead,
  importBench,
  rescore,
  signalToScreen,
  commitToScreen,
  vitals,
  world,
]
