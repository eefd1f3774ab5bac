import type { WindowPlace } from '../../shared/contract/house/settings.ts'

/** How much of the title bar must be on a display, so that a person can take hold of the window. */
const HANDLE = 80
const REST_MS = 500

type Page = Pick<Window, 'screenX' | 'screenY' | 'outerWidth' | 'outerHeight' | 'moveTo' | 'addEventListener'> & {
  screen: Pick<Screen, 'availWidth' | 'availHeight'> & { availLeft?: number; availTop?: number }
}

/** Whether this is the browser shell's own window and not a tab of somebody's everyday browser. */
export const isOwnWindow = (page: Pick<Window, 'earshot' | 'matchMedia'>): boolean =>
  page.earshot === undefined && page.matchMedia('(display-mode: standalone)').matches

/** Keeps main told where the window stands, and brings it back when the display it stood on is no longer there. */
export function followWindowPlace(page: Page, remember: (place: WindowPlace) => void): void {
  bringBack(page)
  let told = ''
  let rest: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    clearTimeout(rest)
    const place = placeOf(page)
    // A window in the taskbar has no size worth keeping.
    if (place.width < 200 || place.height < 200 || told === JSON.stringify(place)) return
    told = JSON.stringify(place)
    remember(place)
  }
  page.addEventListener('resize', () => {
    clearTimeout(rest)
    rest = setTimeout(tell, REST_MS)
  })
  // Nothing tells that a window was moved; it is asked whenever somebody leaves it.
  page.addEventListener('blur', tell)
  page.addEventListener('pagehide', tell)
}

function placeOf({ screenX: x, screenY: y, outerWidth: width, outerHeight: height, screen }: Page): WindowPlace {
  const isMaximized = width >= screen.availWidth && height >= screen.availHeight
  return { x, y, width, height, isMaximized }
}

function bringBack(page: Page): void {
  const { availLeft = 0, availTop = 0, availWidth, availHeight } = page.screen
  const isReachable =
    page.screenX + page.outerWidth - HANDLE > availLeft &&
    page.screenX + HANDLE < availLeft + availWidth &&
    page.screenY >= availTop - HANDLE &&
    page.screenY + HANDLE < availTop + availHeight
  if (!isReachable) page.moveTo(availLeft, availTop)
}
