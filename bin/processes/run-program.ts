import { wordsOf } from "./failure.ts"

/** Runs a command-line program to its exit status. What goes wrong is told in its own words, without a stack. */
export async function runProgram(program: () => Promise<number>): Promise<never> {
  try {
    process.exit(await program())
  } catch (error) {
    console.error(wordsOf(error))
    process.exit(1)
  }
}
