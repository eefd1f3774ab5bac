import { create } from 'zustand'
import type { Id } from '../../shared/contract/values.ts'
import type { Failure } from '../lib/failure.ts'
import type { Say } from '../lib/i18n.ts'

export interface Notice {
  id: number
  tone: 'success' | 'failure' | 'info'
  title: Say
  hint?: Say | undefined
  /** The short reference of the log entry. */
  reference?: string | undefined
  /** What could not be copied: a field that selects it all. */
  byHand?: string | undefined
  /** Stands until it is closed: somebody has to do something. `on_page`: there is something to read, and it leaves with its page, as failures do. */
  stays?: boolean | 'on_page' | undefined
  /** It stood long enough to be read: with the next page it goes, if it is of the one it was told on. */
  isRead?: boolean | undefined
  /** Of this page alone (`/today`): leaves as another is opened. */
  page?: string | undefined
  /** Offers «撤销» (and Ctrl+Z while the notice stands). */
  undo?: (() => void) | undefined
  /** Of a notice that says what was taken back: offers «重做» (and Ctrl+Shift+Z) while it stands. */
  redo?: (() => void) | undefined
  /** It says what was done again, which is nothing new: what was taken back before may be done again after it. */
  isAgain?: boolean | undefined
  /** Of these the latest alone is in sight; those beneath wait for the keys, and go with it. One that stands lies beside them. */
  pile?: string | undefined
  /** Its time ended while it lay beneath another: it goes as soon as nothing lies on it any more. */
  isOver?: boolean | undefined
  /** Whoever sits here next may take it back as well: it says that they do. */
  isOfDesk?: boolean | undefined
  /** Said of the hub this desk belongs to. */
  isOfHub?: boolean | undefined
  /** Another act: «看一看», «再试一次». */
  action?: { label: Say; run: () => void } | undefined
}

interface NoticeList {
  notices: readonly Notice[]
}

export const useNotices = create<NoticeList>()(() => ({ notices: [] }))

let nextId = 1
/** More would hide the page; the oldest goes, of those that pass by before one that stands. */
const MOST = 4
/** So many steps of one pile can be taken back. */
const MOST_IN_PILE = 20
const SHORT_MS = 5_000
/** Undo wants time to be seen and reached. */
const LONG_MS = 9_000
/** So does each line below the title, to be read. */
const LINE_MS = 2_000

/** Every change of what stands: a notice whose time is over is not seen again when those above it are gone. */
const change = (to: (notices: readonly Notice[]) => readonly Notice[]): void =>
  useNotices.setState(({ notices }) => ({ notices: withoutPast(to(notices)) }))

function withoutPast(notices: readonly Notice[]): readonly Notice[] {
  const past = inSight(notices).filter(({ isOver }) => isOver === true)
  // Of those that lie in a pile: they are done one after the other on one page. What is done about a life, or once, has a time of its own.
  lastAct =
    past.findLast(({ undo, isAgain, pile }) => undo !== undefined && isAgain !== true && pile !== undefined) ?? lastAct
  return notices.filter((notice) => !past.some((one) => isWith(one)(notice)))
}

/** What was done last, whose notice went by itself: its key takes it back all the same, until something else is done, another page is opened or somebody else sits here. */
let lastAct: Notice | null = null
let lastPage = ''

function forgetLastAct(goes: (notice: Notice) => boolean): void {
  if (lastAct !== null && goes(lastAct)) lastAct = null
}

const dismissAll = (goes: (notice: Notice) => boolean): void =>
  change((notices) => notices.filter((notice) => !goes(notice)))

/** What others did who sat here before, and may come back to. */
const setAside = new Map<Id | null, readonly Notice[]>()
let whoSitsHere: Id | null = null

/** Also of what was set aside: what has become untrue is true for nobody. */
function dismissOfAll(goes: (notice: Notice) => boolean): void {
  for (const [who, left] of setAside)
    setAside.set(
      who,
      left.filter((notice) => !goes(notice)),
    )
  forgetLastAct(goes)
  dismissAll(goes)
}

export const dismissNotice = (id: number): void => dismissOfAll((notice) => notice.id === id)

/** Says it in other words from now on, where it still stands. */
export const renewNotice = (id: number, title: Say): void =>
  change((notices) => notices.map((notice) => (notice.id === id ? { ...notice, title } : notice)))

/** Somebody sits here now. What one did is taken back by them alone: it is out of sight until they sit here again, as long as it would have stood. */
export function noticesOf(me: Id | null): void {
  if (me === whoSitsHere) return
  forgetLastAct(({ isOfDesk }) => isOfDesk !== true)
  // What was done before anybody said who they are is whoever's says so.
  const isLeft = (notice: Notice) =>
    whoSitsHere !== null && notice.isOfDesk !== true && (notice.pile !== undefined || canBeTakenBack(notice))
  setAside.set(whoSitsHere, useNotices.getState().notices.filter(isLeft))
  const theirs = setAside.get(me) ?? []
  change((notices) =>
    [...notices.filter((notice) => !isLeft(notice)), ...theirs].sort((one, other) => one.id - other.id),
  )
  setAside.delete(me)
  whoSitsHere = me
}

const canBeTakenBack = ({ undo, redo }: Omit<Notice, 'id'>): boolean => undo !== undefined || redo !== undefined

/** Until somebody closes it: the page ends above it. What goes by itself may lie over the page meanwhile. */
export const stands = ({ tone, stays }: Omit<Notice, 'id'>): boolean =>
  tone === 'failure' || stays === true || stays === 'on_page'

/** That something did not work is of where it was tried, unless something is still to be done about it. */
const isOfItsPage = ({ tone, stays, action, byHand }: Omit<Notice, 'id'>): boolean =>
  stays === 'on_page' || (tone === 'failure' && stays === undefined && action === undefined && byHand === undefined)

/** The same words once more, and nothing to take back: a key pressed again is answered anew, not piled up. */
const saysAgain = (standing: Notice, notice: Omit<Notice, 'id'>): boolean =>
  !canBeTakenBack(standing) &&
  !canBeTakenBack(notice) &&
  standing.tone === notice.tone &&
  standing.title() === notice.title() &&
  standing.hint?.() === notice.hint?.() &&
  standing.reference === notice.reference &&
  standing.byHand === notice.byHand

/** What was taken back before something new was done: to do it again would be out of turn. Who sits here changes nothing of that. */
const isOutOfTurn = (standing: Notice, notice: Omit<Notice, 'id'>): boolean =>
  standing.redo !== undefined && notice.undo !== undefined && notice.isAgain !== true && notice.isOfDesk !== true

/** Shows a notice at the foot of the window. Returns its id. What each kind is for stands in decision 0090. */
export function notify(notice: Omit<Notice, 'id'>): number {
  const id = nextId++
  if (canBeTakenBack(notice)) lastAct = null
  change((notices) => {
    const others = notices.filter((standing) => !saysAgain(standing, notice) && !isOutOfTurn(standing, notice))
    return withRoomFor(others, { ...notice, id })
  })
  const lines = notice.hint?.().split('\n').length ?? 0
  const standsMs = (canBeTakenBack(notice) ? LONG_MS : SHORT_MS) + lines * LINE_MS
  if (!stands(notice)) setTimeout(() => goByItself(id), standsMs)
  else if (isOfItsPage(notice)) setTimeout(() => everywhere(id, { isRead: true }), SHORT_MS)
  return id
}

/** What stands waits to be read: nothing lies on it, and it lies on nothing. */
const pileOf = (notice: Notice): string | undefined => (stands(notice) ? undefined : notice.pile)

const isInPileOf = (notice: Notice, other: Notice): boolean =>
  pileOf(notice) !== undefined && pileOf(other) === pileOf(notice)

/** The latest of each pile, and all that are in none. */
export const inSight = (notices: readonly Notice[]): Notice[] =>
  notices.filter((notice, index) => !notices.slice(index + 1).some((later) => isInPileOf(notice, later)))

function withRoomFor(others: readonly Notice[], notice: Notice): readonly Notice[] {
  const below = others.filter((one) => !isInPileOf(one, notice) || canBeTakenBack(one))
  const notices = withoutPast([...below, notice])
  const seen = inSight(notices).filter((one) => one !== notice)
  const goes = seen.length < MOST ? undefined : (seen.find((one) => !stands(one)) ?? seen[0])
  const left = goes === undefined ? notices : notices.filter((one) => !isWith(goes)(one))
  const pile = left.filter((one) => isInPileOf(one, notice))
  const deepest = pile.slice(0, Math.max(0, pile.length - MOST_IN_PILE))
  return left.filter((one) => !deepest.includes(one))
}

/** It, and the pile that it lies on. */
const isWith =
  (notice: Notice) =>
  (other: Notice): boolean =>
    other.id === notice.id || isInPileOf(other, notice)

/** Puts a notice away, with all that lies beneath. */
export const putAway = (notice: Notice): void => dismissAll(isWith(notice))

/** Its time is over. Beneath another it waits for that one. */
const goByItself = (id: number): void => everywhere(id, { isOver: true })

/** Also where it was set aside. */
function everywhere(id: number, now: Pick<Notice, 'isOver' | 'isRead'>): void {
  const changed = (notices: readonly Notice[]) => notices.map((one) => (one.id === id ? { ...one, ...now } : one))
  for (const [who, left] of setAside) setAside.set(who, changed(left))
  change(changed)
}

export const notifySuccess = (title: Say, more: Partial<Omit<Notice, 'id' | 'tone' | 'title'>> = {}): number =>
  notify({ ...more, tone: 'success', title })

/** Why something did not work: `() => failureOf(problem)`. */
export function notifyFailure(words: () => Failure, more: Pick<Notice, 'action' | 'stays'> = {}): number {
  const { hint, reference, isOfHub } = words()
  const hintNow = hint === undefined ? undefined : () => words().hint ?? ''
  return notify({ tone: 'failure', title: () => words().title, hint: hintNow, reference, isOfHub, ...more })
}

/** The desk left its hub, or has another: what was said of that one is nobody's now. */
export const dismissHubNotices = (): void => dismissOfAll(({ isOfHub }) => isOfHub === true)

/** Another page was opened: what belongs to the one before has had its time. What was told a moment ago is read on this one. */
export function dismissNoticesOfOtherPages(page: string): void {
  const [, first = ''] = page.split('/')
  // One of a list that is opened beside it is no other page.
  if (first !== lastPage) lastAct = null
  lastPage = first
  dismissOfAll((notice) => notice.isRead === true || (notice.page !== undefined && notice.page !== page))
}

/** Something was done that has no notice: what older notices offer is no longer «the last thing». */
export const dismissUndos = (): void => dismissOfAll(canBeTakenBack)

function run(notice: Notice | undefined, way: 'undo' | 'redo'): boolean {
  const act = notice?.[way]
  if (notice === undefined || act === undefined) return false
  take(notice)
  act()
  return true
}

/** It is done: what it offered is offered no more. On a pile the words stay until those of what was done lie above, so that nothing beneath shows for a moment. */
export function take(notice: Notice): void {
  const taken = { undo: undefined, redo: undefined, action: undefined }
  if (pileOf(notice) === undefined) dismissNotice(notice.id)
  else change((notices) => notices.map((one) => (one.id === notice.id ? { ...one, ...taken } : one)))
}

/** What Ctrl+Z and Ctrl+Shift+Z mean now: the newest notice that has an undo; the newest of either kind, if it has a redo. Done again is passed over there. */
export function keysMean(notices: readonly Notice[]): { undo: Notice | undefined; redo: Notice | undefined } {
  const newest = notices.findLast((notice) => canBeTakenBack(notice) && notice.isAgain !== true)
  return {
    undo: notices.findLast((notice) => notice.undo !== undefined),
    redo: newest?.redo === undefined ? undefined : newest,
  }
}

/** Runs the undo of the newest notice that has one; false when there is none. */
export const undoNewest = (): boolean => run(keysMean(useNotices.getState().notices).undo, 'undo')

/** The same of what was done last, also when its notice has gone. */
export function undoLast(): boolean {
  if (undoNewest()) return true
  const act = lastAct
  lastAct = null
  return run(act ?? undefined, 'undo')
}

/** Does again what was taken back last; false when nothing was, or something else was done since. */
export const redoNewest = (): boolean => run(keysMean(useNotices.getState().notices).redo, 'redo')
