const freshMs = 30_000

/** Whether whoever worked on a run has said nothing for so long that somebody else may take over. */
export const isSilent = (heartbeatAt: Date | null, now: Date): boolean =>
  heartbeatAt !== null && now.getTime() - heartbeatAt.getTime() > freshMs
