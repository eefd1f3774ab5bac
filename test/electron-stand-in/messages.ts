import type { Asked } from './asked.ts'
import type { Sender } from './ipc-main.ts'

/** What main's process tells the test: do this with a page. */
export type PageOrder =
  | { order: 'open'; windowId: number; preload: string; width: number; height: number }
  | { order: 'load'; windowId: number; url: string }
  | { order: 'reload'; windowId: number }
  | { order: 'send'; windowId: number; channel: string; args: unknown[] }
  | { order: 'close'; windowId: number }

/** What the test, or a page of it, asks of main's process, and what comes back. */
export interface Questions {
  /** A page's `ipcRenderer.invoke`. */
  invoke: { ask: { from: Sender; channel: string; args: unknown[] }; answer: unknown }
  /** A page's `ipcRenderer.send`. */
  message: { ask: { from: Sender; channel: string; args: unknown[] }; answer: null }
  /** A page's request for a file. */
  request: {
    ask: { url: string; method: string }
    answer: { status: number; headers: Record<string, string>; body: Uint8Array }
  }
  /** May the frame leave for this address? */
  navigate: { ask: { windowId: number; url: string; isMainFrame: boolean }; answer: boolean }
  /** May the page open another window? */
  openWindow: { ask: { windowId: number; url: string }; answer: boolean }
  /** What the check handler says. */
  permission: { ask: { permission: string; origin: string }; answer: boolean }
  /** The page's document changes; `loaded` when it is there. */
  leaving: { ask: { windowId: number; url: string }; answer: null }
  loaded: { ask: { windowId: number; url: string }; answer: null }
  /** The person closed the window. */
  closed: { ask: { windowId: number }; answer: null }
  asked: { ask: Record<string, never>; answer: Asked }
  /** Chooses an item of the menu or of the tray's menu; false when there is none. */
  choose: { ask: { where: 'menu' | 'tray'; id: string }; answer: boolean }
  clickNotification: { ask: { index: number }; answer: null }
  openUrl: { ask: { url: string }; answer: null }
  pickFolder: { ask: { folder: string | null }; answer: null }
  quit: { ask: Record<string, never>; answer: null }
}
export type QuestionName = keyof Questions

export type Question = {
  [Name in QuestionName]: { number: number; name: Name; ask: Questions[Name]['ask'] }
}[QuestionName]

export type Answer = { number: number; ok: true; value: unknown } | { number: number; ok: false; message: string }
