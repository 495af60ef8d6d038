/** Why work is told to stop that hangs, as opposed to a worker that ends. */
export class SilentRun extends Error {
  constructor(silentSeconds: number) {
    super(`No sign of progress for ${silentSeconds} s: the run was given up.`)
    this.name = "SilentRun"
  }
}
