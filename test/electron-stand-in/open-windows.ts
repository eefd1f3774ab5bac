/** What quitting needs to know of a window, so that app and windows need not import each other. */
export interface ClosableWindow {
  /** False when the window refused to close. */
  requestClose(): boolean
}

const open = new Set<ClosableWindow>()

export const windowsToClose = (): ClosableWindow[] => [...open]
export const windowOpened = (window: ClosableWindow): void => {
  open.add(window)
}
/** How many are left. */
export const windowClosed = (window: ClosableWindow): number => {
  open.delete(window)
  return open.size
}
