import { create } from 'zustand'

export interface Notice {
  id: number
  tone: 'success' | 'failure' | 'info'
  title: string
  hint?: string | undefined
  /** The short reference of the log entry. */
  reference?: string | undefined
  /** Offers «撤销» (and Ctrl+Z while the notice stands). */
  undo?: (() => void) | undefined
  /** Another act: «看一看», «再试一次». */
  action?: { label: string; run: () => void } | undefined
}

interface NoticeList {
  notices: readonly Notice[]
}

export const useNotices = create<NoticeList>()(() => ({ notices: [] }))

let nextId = 1
/** More would hide the page; the oldest goes. */
const MOST = 4
const SHORT_MS = 5_000
/** Undo wants time to be seen and reached. */
const LONG_MS = 9_000

export function dismissNotice(id: number): void {
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }))
}

/** Shows a notice at the foot of the window. Failures stay until they are closed. Returns its id. */
export function notify(notice: Omit<Notice, 'id'>): number {
  const id = nextId++
  useNotices.setState((state) => ({ notices: [...state.notices, { ...notice, id }].slice(-MOST) }))
  if (notice.tone !== 'failure') setTimeout(() => dismissNotice(id), notice.undo === undefined ? SHORT_MS : LONG_MS)
  return id
}

export const notifySuccess = (title: string, more: Partial<Omit<Notice, 'id' | 'tone' | 'title'>> = {}): number =>
  notify({ ...more, tone: 'success', title })

/** Takes what `failureOf(problem)` gives. */
export const notifyFailure = (
  failure: { title: string; hint?: string; reference?: string },
  action?: Notice['action'],
): number => notify({ tone: 'failure', ...failure, action })

/** Runs the undo of the newest notice that has one; false when there is none. */
export function undoNewest(): boolean {
  const newest = useNotices.getState().notices.findLast((notice) => notice.undo !== undefined)
  if (newest?.undo === undefined) return false
  dismissNotice(newest.id)
  newest.undo()
  return true
}
