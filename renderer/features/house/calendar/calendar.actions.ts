import type { CalendarYear, MovedDeadlines, SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import { assertNever } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { fullDayName } from '../../../lib/formats.ts'
import { currentLanguage, textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../../ui/notices.ts'
import { calendarYear } from './calendar.queries.ts'
import { daysWith, draftOf, markStale, settleDraft } from './calendar-draft.ts'

/** Saved, or the deadlines that would move, for the person to say yes to; null: neither, and the reason was shown. */
export type YearSaved = { kind: 'saved' } | { kind: 'moves'; moves: MovedDeadlines } | null

const words = textsOf('settings')

/** Saves the draft of a year. `toldMoves`: the mark of the moves that the person has seen. */
export async function saveYear(known: CalendarYear, toldMoves: string | null): Promise<YearSaved> {
  const { year } = known
  const draft = draftOf(year)
  const days = daysWith(draft, known)
  const wish = { year, seenVersion: draft?.version ?? known.version, days: [...days], toldMoves }
  const answer = await ask(client.calendar.save(wish), draft && ((stale) => markStale(year, stale)))
  if (answer === null) return null
  if (answer.ok) {
    const { movedCount, backMark, ...saved } = answer.value
    queryClient.setQueryData(calendarYear(year).queryKey, saved)
    settleDraft(draft, saved)
    const before = known.source === 'entered' ? known.days : null
    notifySuccess(() => words('calendar.saved', { year, moved: movedWords(movedCount) }), {
      undo: () => void goBack(saved, before, backMark, days),
    })
    return { kind: 'saved' }
  }
  switch (answer.code) {
    case 'moves_deadlines':
      return { kind: 'moves', moves: answer.detail }
    case 'date_of_another_year':
    case 'repeated_date':
    case 'too_few_workdays':
      notifyFailure(() => ({ title: faultWords(answer) }))
      return null
    default:
      return assertNever(answer)
  }
}

type Fault =
  | { code: 'date_of_another_year' | 'repeated_date'; detail: { date: string } }
  | { code: 'too_few_workdays'; detail: { count: number; least: number } }

function faultWords(fault: Fault): string {
  if (fault.code === 'too_few_workdays') return words('calendar.fault.too_few_workdays', fault.detail)
  return words(`calendar.fault.${fault.code}`, { date: fullDayName(fault.detail.date, currentLanguage()) })
}

const movedWords = (count: number): string => (count === 0 ? '' : words('calendar.movedToo', { count }))

/**
 * Undo and redo: the year as it was, null as it came. The deadlines that moved with it come back with it; when it would move others by
 * now, or to other times, nothing is done and the person is told to change the year by hand, where they see which.
 */
async function goBack(
  { year, version }: Pick<CalendarYear, 'year' | 'version'>,
  days: readonly SpecialDay[] | null,
  toldMoves: string | null,
  others: readonly SpecialDay[] | null,
): Promise<void> {
  const wish = { seenVersion: version, year, days: days === null ? null : [...days], toldMoves }
  const onStale = () => notifyFailure(() => ({ title: words('calendar.changedSince', { year }) }))
  const answer = await ask(client.calendar.save(wish), onStale)
  if (answer === null) return
  if (!answer.ok) {
    notifyFailure(() => ({ title: words('calendar.notBack', { year }) }))
    return
  }
  const { movedCount, backMark } = answer.value
  notifySuccess(() => words('calendar.back', { year, moved: movedWords(movedCount) }), {
    redo: () => void goBack(answer.value, others, backMark, days),
  })
}
