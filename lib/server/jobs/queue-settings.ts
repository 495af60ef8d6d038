import type { Queue } from "pg-boss"

const week = 7 * 86_400

/**
 * Runs and failures are kept for a week. The queue notices within the heartbeat when a worker died; a run that
 * hangs in a living worker is noticed by its own silence (`withinProgress`), long before it expires.
 */
export const queueSettings = (policy: "singleton" | "standard"): Omit<Queue, "name"> => ({
  policy,
  retryLimit: 3,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 30,
  expireInSeconds: 6 * 3_600,
  deleteAfterSeconds: week,
  retentionSeconds: week,
})
