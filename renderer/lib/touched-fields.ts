import { isTextField } from './text-field.ts'

// Whose Ctrl+Z is it? Words somebody typed are worth more than the last thing the application did: while a field holds changes
// nobody took since (also when it was emptied), undo is the field's alone.

/** Fields changed since they were last taken, each with the count of changes by then. A count, no clock: it cannot step back. */
const untaken = new Map<Element, number>()
/** Fields changed at any time: what the browser can undo in them stays theirs as long as they are there. */
const changed = new WeakSet<Element>()
let changes = 0

function fieldChanged(field: Element): void {
  changes += 1
  untaken.set(field, changes)
  changed.add(field)
}

/** How often words were changed in this window: who typed since asks twice. */
export const changesSoFar = (): number => changes

/** Whether a person ever changed this field. */
export const wasTouched = (field: Element): boolean => changed.has(field)

/** Whether words stand, or stood, in a field of this window that were typed after the last act. */
export function hasUntakenWords(): boolean {
  for (const field of untaken.keys()) if (!field.isConnected) untaken.delete(field)
  return untaken.size > 0
}

/** An act came after all that was typed so far, or took it: from now on undo means that act. */
export const takeFields = (asOf = changes): void => {
  for (const [field, at] of untaken) if (at <= asOf) untaken.delete(field)
}

/** Waits for an answer; an accepted one takes what was typed before it was asked for. Words typed meanwhile stay untaken. */
export async function taking<A extends { ok: boolean }>(asked: Promise<A>): Promise<A> {
  const asOf = changes
  const answer = await asked
  if (answer.ok) takeFields(asOf)
  return answer
}

/**
 * Starts watching what is typed; returns the way to stop. The browser keeps one history for the whole page: without the guard
 * Ctrl+Z in one field, or the menu's undo, goes back in the field typed in last and takes the focus there.
 */
export function watchFields(page: Window): () => void {
  const heard = (event: Event) => {
    if (isTextField(event.target)) fieldChanged(event.target)
  }
  const guard = (event: Event) => {
    const isHistory = event instanceof InputEvent && event.inputType.startsWith('history')
    if (isHistory && event.target !== page.document.activeElement) event.preventDefault()
  }
  page.addEventListener('input', heard, true)
  page.addEventListener('beforeinput', guard, true)
  return () => {
    page.removeEventListener('input', heard, true)
    page.removeEventListener('beforeinput', guard, true)
  }
}
