/** Code comes from this machine; only where it hangs the frame is drawn without its page. */
export const CODE_PATIENCE_MS = 3_000
/** Long enough for answers from this machine, too short to be seen as a blank window. */
export const PATIENCE_MS = 300

/**
 * When to draw for the first time. One drawing with everything known is quicker than one that waits and a second one, so the page's code
 * is waited for: a place kept for it would be drawn, held for React's least time and drawn again, in slices. Who does not answer is waited
 * for on screen; a page that could not be fetched says so itself, with a way to try again.
 */
export async function firstDrawing(code: Promise<unknown>, answers: Promise<unknown>): Promise<void> {
  const answered = answers.catch(() => {})
  await Promise.race([code.catch(() => {}), after(CODE_PATIENCE_MS)])
  await Promise.race([answered, after(PATIENCE_MS)])
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
