/** How long what still runs may keep a program that is done: sockets that linger, a thread that was just told to end. */
const PATIENCE_MS = 2_000

/**
 * Ends the program with this code as soon as nothing of it runs any more.
 *
 * `process.exit` does not always end: it waits for V8's compiling threads, and one of them may be waiting for the main thread to make
 * room in the memory (nodejs/node#54918), for ever. A program that runs out of work lets go of its memory first, which ends them.
 */
export function endByItself(code: number): void {
  process.exitCode = code
  setTimeout(() => process.exit(), PATIENCE_MS).unref()
}
