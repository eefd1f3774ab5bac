import { isPrintable } from './chords.ts'
import { isTextField } from './text-field.ts'

/** More than anybody presses while a page's code is fetched; what follows is dropped. */
const MOST_HELD = 40
/** One at a time, as hands do: what a key opens is there before the next one. */
const BETWEEN_MS = 16

/** Which page an address leads to; null: none that takes keys. */
type PageAt = (path: string) => string | null

let pageAt: PageAt = () => null
let isOn = false
let shown: string | null = null
let held: KeyboardEvent[] = []
let heldFor: string | null = null
let giving: ReturnType<typeof setTimeout> | undefined

/** What a page may hear that types nothing. The rest, Tab and the browser's own chords, is for whatever is on screen. */
const HEARD = /^(?:Shift\+)?(?:Enter|Space|Escape|Delete|Backspace|Arrow\w+|PageUp|PageDown|Home|End)$/

const wanted = (): string | null => (isOn ? pageAt(location.pathname) : null)
/** How many things are on their way that open over the page, with a field to type in. */
let opening = 0
const isOnItsWay = (): boolean => opening > 0 || (wanted() !== null && wanted() !== shown)

/** From here on presses wait for the page that the address leads to; returns the end of it. */
export function holdKeysForPages(find: PageAt): () => void {
  pageAt = find
  isOn = true
  return () => {
    isOn = false
    held = []
    shown = null
  }
}

/** The page is on screen and listens: what was pressed for it since is given to it, in its order. Answers what to do when it goes. */
export function pageShown(page: string): () => void {
  shown = page
  if (heldFor !== page) held = []
  give()
  return () => {
    if (shown === page) shown = null
  }
}

/** What was just asked for opens over the page: presses wait for it, and not for the page beneath. Answers what to do when it is there. */
export function holdKeysForOpening(): () => void {
  opening += 1
  return () => {
    opening -= 1
    // It takes the focus when it has been drawn.
    if (held.length > 0) giving ??= setTimeout(give, 2 * BETWEEN_MS)
  }
}

/** What was to open does not come: what was pressed for it is for nobody else, and neither is what is typed on before one has looked up. */
export function openingFailed(): void {
  held = []
  const now = performance.now()
  blind = { since: now, typedAt: now }
}

/** Somebody types on for what did not come; null: nobody does any more. */
let blind: { readonly since: number; readonly typedAt: number } | null = null
const LOOKS_UP_AFTER_MS = 1_000
/** Whoever types on for longer has seen it, and means what is on screen. */
const LOOKS_UP_WITHIN_MS = 5_000

function isTypedOn(event: KeyboardEvent, press: string): boolean {
  if (blind === null) return false
  const now = performance.now()
  const isOn = isPrintable(press) && now - blind.typedAt < LOOKS_UP_AFTER_MS && now - blind.since < LOOKS_UP_WITHIN_MS
  blind = isOn ? { ...blind, typedAt: now } : null
  return isOn && !isForBox(event)
}

/** Whether a key goes into the box that takes what is typed with the focus nowhere: it acts on nothing then, and words are never dropped. */
let isForBox: (event: KeyboardEvent) => boolean = () => false

/** There is such a box; returns the end of it. */
export function typeIntoBox(isFor: (event: KeyboardEvent) => boolean): () => void {
  isForBox = isFor
  return () => {
    if (isForBox === isFor) isForBox = () => false
  }
}

/** It will not come: nothing waits for it any more. */
export function pageFailed(): void {
  shown = wanted()
  held = []
}

/**
 * Whether a press waits: it was meant for a page whose code is still being fetched. Asked for no key of an input method and for
 * none that is typed into a field; what belongs to the browser does not wait either.
 */
export function holdBack(event: KeyboardEvent, press: string, isChord: () => boolean): boolean {
  if (event !== givenNow && isTypedOn(event, press)) return true
  if (event === givenNow || (!isOnItsWay() && giving === undefined)) return false
  if (!(isPrintable(press) || HEARD.test(press) || isChord())) return false
  if (heldFor !== wanted()) held = []
  heldFor = wanted()
  if (press === 'Escape') held = []
  else if (!event.repeat && held.length < MOST_HELD) held.push(event)
  return true
}

function give(): void {
  clearTimeout(giving)
  giving = undefined
  const event = isOnItsWay() ? undefined : held.shift()
  if (event === undefined) return
  giving = setTimeout(give, BETWEEN_MS)
  pressAgain(event)
  // It may have led on to another page: then the rest is for that one.
  heldFor = wanted()
}

/** A press into a field is the field's at once, an input method's too: what still waits was pressed before it, and is given first. */
export function giveBefore(event: KeyboardEvent): void {
  if (event === givenNow) return
  while (giving !== undefined) give()
}

/** Given back, not pressed: it does not wait again. */
let givenNow: KeyboardEvent | null = null
function pressAgain(event: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  const target = document.activeElement ?? document.body
  const again = new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true, composed: true },
  })
  givenNow = again
  const isFree = target.dispatchEvent(again)
  givenNow = null
  // The browser writes no letter for a press that it did not see. It would write it where the press itself took the focus: words typed over a month.
  if (isFree && isTextField(document.activeElement) && key.length === 1 && !ctrlKey && !metaKey && !altKey)
    document.execCommand('insertText', false, key)
}
