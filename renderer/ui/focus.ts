import { HELD } from './held-focus.ts'

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]'

const takesFocus = (element: HTMLElement): boolean =>
  !element.matches(':disabled, [type=hidden], [hidden], [tabindex="-1"]') &&
  element.closest('[hidden], [inert]') === null

/** A choice shown side by side is entered where it stands, as by Tab: an arrow goes on from there. */
const isPassedBy = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement &&
  element.type === 'radio' &&
  !element.checked &&
  element.closest('[role=radiogroup]')?.querySelector('input:checked:enabled') != null

/**
 * Where the focus begins inside a dialog: the control with `data-autofocus`, else the first field, else the first control. One
 * that takes no focus yet (a button that waits for an answer) is passed over, so that the focus never stays outside.
 */
export function firstFocusable(inside: HTMLElement): HTMLElement | null {
  const wished = [...inside.querySelectorAll<HTMLElement>('[data-autofocus]')].find(takesFocus)
  const all = [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => takesFocus(element) && !isPassedBy(element),
  )
  const found = wished ?? all.find((element) => element.matches('input, textarea')) ?? all[0] ?? null
  // Mantine's focus trap asks for the same mark a moment later and must come to the same control.
  found?.setAttribute('data-autofocus', 'true')
  return found
}

/**
 * Mantine's focus trap goes to the marked control twice, each time a moment after opening. On a busy machine somebody has walked or
 * typed on by then: until the trap has been, the mark goes along with the focus. `endSoon` is for the effect of what lies inside the trap.
 */
export function keepFromLateTrap(dialog: HTMLElement): { endSoon: () => void; end: () => void } {
  const marked = () => dialog.querySelectorAll('[data-autofocus]')
  const markAlone = (elements: readonly (Element | null)[]) => {
    for (const each of marked()) each.removeAttribute('data-autofocus')
    for (const each of elements) each?.setAttribute('data-autofocus', 'true')
  }
  const wished = [...marked()]
  const follow = () => {
    if (dialog.contains(document.activeElement)) markAlone([document.activeElement])
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(waiting)
    dialog.removeEventListener('focusin', follow)
    markAlone(wished)
  }
  dialog.addEventListener('focusin', follow)
  const endSoon = () => {
    // What the trap's own effect waits for, which comes right after, is over before the second wait.
    waiting = setTimeout(() => {
      waiting = setTimeout(end)
    })
  }
  return { endSoon, end }
}

/** Nothing that takes keys for itself has the focus: those of the page are heard. */
export const isNowhere = (focused: Element | null): boolean =>
  focused === null || focused.matches(`body, main, [${HELD}]`)

/**
 * Puts the focus back where it was before `from` opened. What is gone meanwhile (the row that was removed, the button of an
 * empty list) leaves it to the page itself, whose keys then work. Whoever moved the focus out on purpose keeps it.
 */
export function giveFocusBack(from: HTMLElement, opener: Element | null): void {
  const focused = document.activeElement
  if (focused !== null && focused !== document.body && !from.contains(focused)) return
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body)
    opener.focus({ preventScroll: true })
  queueMicrotask(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    focusPage()
  })
}

/** The keys are the page's: a board is walked on from where its own were last. */
export function focusPage(): void {
  const main = document.getElementById('main')
  const cell = main?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')
  ;(cell ?? main)?.focus({ preventScroll: true })
}
