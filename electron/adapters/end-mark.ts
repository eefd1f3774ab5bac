/**
 * How a thread in which SQLite runs is ended: it is asked, and ends by itself at its next step. Never by `Worker.terminate`: where that
 * meets the library in a call between JavaScript and SQLite, or as it is being loaded, Node aborts the whole process, and with it the
 * console that keeps the notes.
 */
export type EndMark = Int32Array

/** Shared by both sides: put it in the thread's `workerData`. */
export const newEndMark = (): EndMark => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))

export const askToEnd = (mark: EndMark): void => void Atomics.store(mark, 0, 1)

/** In the thread, at each of its steps. Throws `AskedToEnd`. */
export function endIfAsked(mark: EndMark | undefined): void {
  if (mark !== undefined && Atomics.load(mark, 0) === 1) throw new AskedToEnd()
}

export class AskedToEnd extends Error {
  constructor() {
    super('the thread was asked to end')
  }
}
