import type { CalendarYear, MovedDeadlines, SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import type { Version } from '../../../../shared/contract/versions.ts'
import { assertNever } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { fullDayName } from '../../../lib/formats.ts'
import { currentLanguage, textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure } from '../../../ui/notices.ts'
import { isInPlaceOf, type Kept, standForThemselves, versionNow } from '../../../ui/stands-as.ts'
import { HOUSE } from '../../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'
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
    const [from, now] = [asKept(year, wish.seenVersion), asKept(year, saved.version)]
    standForThemselves(from, now)
    const way = { year, days: before, toldMoves: backMark, others: days, from, now }
    tellTurn(
      HOUSE,
      'first',
      () => words('calendar.saved', { year, moved: movedWords(movedCount) }),
      (next) => goBack(way, next),
    )
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

/** `days`: as the year is to be, and `others` as it is by now; `from`: as what it was changed to `now`. */
interface Way {
  year: number
  days: readonly SpecialDay[] | null
  toldMoves: string | null
  others: readonly SpecialDay[] | null
  from: Kept
  now: Kept
}

/**
 * Undo and redo: the year as it was, null as it came. The deadlines that moved with it come back with it; when it would move others by
 * now, or to other times, nothing is done and the person is told to change the year by hand, where they see which.
 */
async function goBack({ year, days, toldMoves, others, from, now }: Way, turn: Turn): Promise<void> {
  const wish = { seenVersion: versionNow(now), year, days: days === null ? null : [...days], toldMoves }
  const onStale = () => notifyFailure(() => ({ title: words('calendar.changedSince', { year }) }))
  const answer = await ask(client.calendar.save(wish), onStale)
  if (answer === null) return
  if (!answer.ok) {
    notifyFailure(() => ({ title: words('calendar.notBack', { year }) }))
    return
  }
  const { movedCount, backMark, version } = answer.value
  const after = asKept(year, version)
  isInPlaceOf(from, after)
  const way = { year, days: others, toldMoves: backMark, others: days, from: now, now: after }
  const said = turn === 'back' ? 'calendar.back' : 'calendar.saved'
  tellTurn(
    HOUSE,
    turn,
    () => words(said, { year, moved: movedWords(movedCount) }),
    (next) => goBack(way, next),
  )
}

const asKept = (year: number, version: Version): Kept => ({ id: `calendar ${year}`, version })
