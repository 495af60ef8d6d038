/** The schema of the job queue: installed by the migrator as owner, used by the app role. */
export const jobSchema = "pgboss"
