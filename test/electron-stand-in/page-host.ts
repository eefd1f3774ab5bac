/** Where windows get their pages: nowhere in a unit test, in the test's Chromium when the built main is booted. */
export interface PageHost {
  open(windowId: number, options: { preload: string; width: number; height: number }): void
  load(windowId: number, url: string): void
  reload(windowId: number): void
  send(windowId: number, channel: string, args: unknown[]): void
  close(windowId: number): void
}

const nowhere: PageHost = { open: () => {}, load: () => {}, reload: () => {}, send: () => {}, close: () => {} }

export const pages: { host: PageHost } = { host: nowhere }
