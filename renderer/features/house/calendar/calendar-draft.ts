import { create } from 'zustand'
import type { CalendarYear, SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import type { Stale, Version } from '../../../../shared/contract/versions.ts'
import { holdChanges } from '../../../ui/use-left-form.ts'
import { laidOver } from './special-days.ts'

/** A year on its way: saved as a whole, because each save may move deadlines, and nobody wants to be asked day by day. */
export interface YearDraft {
  readonly days: readonly SpecialDay[]
  /** As the year was when it was changed first: what differs from it is meant, and every other day is as it is now. */
  readonly over: readonly SpecialDay[]
  /** Of the year that was changed. */
  readonly version: Version
  readonly earlier: readonly (readonly SpecialDay[])[]
  readonly later: readonly (readonly SpecialDay[])[]
  /** Somebody else saved the year meanwhile. */
  readonly stale: Stale | null
}

/** By year. Kept while the window lives, which asks before it goes: another screen, another year, and the changes are still there. */
export const useCalendarDrafts = create<Readonly<Record<number, YearDraft>>>()(() => ({}))

holdChanges(() => Object.values(useCalendarDrafts.getState()).find(({ earlier }) => earlier.length > 0) ?? null)

export const draftOf = (year: number): YearDraft | undefined => useCalendarDrafts.getState()[year]

/** The days of a year with what is changed of them here. */
export const daysWith = (draft: YearDraft | undefined, { days }: Pick<CalendarYear, 'days'>): readonly SpecialDay[] =>
  draft === undefined ? days : laidOver(days, draft.over, draft.days)

const put = (year: number, draft: YearDraft): void => useCalendarDrafts.setState({ [year]: draft })

/** One more change; undo goes back to before it. */
export function changeDays(known: CalendarYear, days: readonly SpecialDay[]): void {
  const draft = draftOf(known.year)
  const begun = draft ?? {
    days: known.days,
    over: known.days,
    version: known.version,
    earlier: [],
    later: [],
    stale: null,
  }
  put(known.year, { ...begun, days, earlier: [...begun.earlier, begun.days], later: [] })
}

/** False when there is nothing to take back. */
export function undoChange(year: number): boolean {
  const draft = draftOf(year)
  const days = draft?.earlier.at(-1)
  if (draft === undefined || days === undefined) return false
  put(year, { ...draft, days, earlier: draft.earlier.slice(0, -1), later: [...draft.later, draft.days] })
  return true
}

export function redoChange(year: number): boolean {
  const draft = draftOf(year)
  const days = draft?.later.at(-1)
  if (draft === undefined || days === undefined) return false
  put(year, { ...draft, days, earlier: [...draft.earlier, draft.days], later: draft.later.slice(0, -1) })
  return true
}

/** Refused as stale: the days stay, and the next save means «use mine». */
export function markStale(year: number, stale: Stale): void {
  const draft = draftOf(year)
  if (draft !== undefined) put(year, { ...draft, version: stale.version, stale })
}

/** The draft was saved. What was changed while that was on its way stays a change, of the year as it is now. */
export function settleDraft(sent: YearDraft | undefined, { year, version }: CalendarYear): void {
  const draft = draftOf(year)
  if (draft === undefined || draft === sent) dropDraft(year)
  // What went with it is taken back by its notice.
  else put(year, { ...draft, version, stale: null, earlier: draft.earlier.slice(sent?.earlier.length ?? 0) })
}

export const dropDraft = (year: number): void =>
  useCalendarDrafts.setState(
    (all) => Object.fromEntries(Object.entries(all).filter(([key]) => Number(key) !== year)),
    true,
  )
