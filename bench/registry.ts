import type { Bench } from "./bench.ts"
import { start } from "./start.ts"

export const benches: readonly Bench[] = [start]
