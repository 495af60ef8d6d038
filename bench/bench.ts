export type Bench = {
  readonly name: string
  readonly about: string
  readonly goal: string
  /**
   * Prints what it measures on the way; says the figure in words and whether the goal holds: null when less was
   * measured than the goal speaks of.
   */
  readonly run: (args: readonly string[]) => Promise<{ figure: string; holds: boolean | null }>
}
