/** On what holds the focus for something in it that went. */
export const HELD = 'data-held-focus'

/**
 * What has the focus may go by itself: a request whose draw closes, an offer that is over, the line of what was just answered. The
 * focus then stays with what was around it, so that Tab and a reader go on from there, and never falls out of the page. Only what
 * lies above the focus is watched: lines that come elsewhere cost nothing. Returns how to end it.
 */
export function holdFocusIn(page: HTMLElement): () => void {
  let last: Element | null = null
  let around: HTMLElement[] = []
  const watch = new MutationObserver(() => {
    if (last === null || (last.isConnected && !last.matches(':disabled')) || !hasFallenOut(last)) return
    hold(
      around.find((element) => element.isConnected && element.closest('main') !== null) ?? page.querySelector('main'),
    )
  })
  const follow = ({ target }: FocusEvent) => {
    watch.disconnect()
    if (!(target instanceof HTMLElement)) return
    last = target
    around = []
    for (let above = target.parentElement; above !== null && page.contains(above); above = above.parentElement) {
      around.push(above)
      watch.observe(above, { childList: true })
    }
    watch.observe(target, { attributeFilter: ['disabled'] })
  }
  page.addEventListener('focusin', follow)
  return () => {
    watch.disconnect()
    page.removeEventListener('focusin', follow)
  }
}

/** What is disabled keeps the focus by name for a moment, and hears no key any more. */
const hasFallenOut = (last: Element): boolean =>
  document.activeElement === document.body || document.activeElement === last

function hold(element: HTMLElement | null): void {
  if (element === null) return
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.setAttribute(HELD, '')
    const letGo = () => {
      element.removeAttribute('tabindex')
      element.removeAttribute(HELD)
    }
    element.addEventListener('blur', letGo, { once: true })
  }
  element.focus({ preventScroll: true })
}
