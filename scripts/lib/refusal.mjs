/** An expected reason to stop: its message is the one sentence that the person reads, without a stack. */
export class Refusal extends Error {}

/** Runs a script's main function; the number it returns is the exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
}
