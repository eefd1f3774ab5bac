import type { MenuItemConstructorOptions } from 'electron'

/** A menu as a test reads it. */
export interface AskedItem {
  id?: string
  label?: string
  role?: string
  type?: string
  submenu?: AskedItem[]
}

/** What main asked of the system so far: plain data, so that it crosses from the process of main to the test. */
export const asked = {
  isSandboxEnabled: false,
  paths: {} as Record<string, string>,
  schemes: [] as Electron.CustomScheme[],
  handledSchemes: [] as string[],
  protocolClients: [] as string[],
  partitions: [] as { partition: string; isCached: boolean }[],
  windows: [] as Electron.BrowserWindowConstructorOptions[],
  /** Calls on windows in order: `show 1`, `focus 1`, … */
  windowCalls: [] as string[],
  loaded: [] as string[],
  sent: [] as { windowId: number; channel: string; args: unknown[] }[],
  menu: [] as AskedItem[],
  tray: null as { icon: string; tip: string; menu: AskedItem[] } | null,
  badgeCount: 0,
  notifications: [] as { title: string; body: string }[],
  closedNotifications: 0,
  errorBoxes: [] as { title: string; content: string }[],
  messageBoxes: [] as { message: string; detail: string; buttons: string[] }[],
  openedExternally: [] as string[],
  openedPaths: [] as string[],
  shownItems: [] as string[],
  utilityProcesses: [] as string[],
  exitCodes: [] as number[],
  themeSource: 'system' as string,
}
export type Asked = typeof asked

const fresh = structuredClone(asked)

/** Back to nothing asked, between unit tests. */
export const forgetAsked = (): void => {
  Object.assign(asked, structuredClone(fresh))
}

/** A template without its functions. */
export function readTemplate(template: readonly MenuItemConstructorOptions[]): AskedItem[] {
  return template.map(({ id, label, role, type, submenu }) => ({
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...(role === undefined ? {} : { role }),
    ...(type === undefined ? {} : { type }),
    ...(Array.isArray(submenu) ? { submenu: readTemplate(submenu) } : {}),
  }))
}
