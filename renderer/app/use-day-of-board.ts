import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { readDate } from '../../shared/domain/seats/find/read-date.ts'
import type { Command } from '../features/search/find-rows.ts'
import { fullDayName } from '../lib/formats.ts'
import { todayIn } from '../lib/now.ts'
import { usePlace } from '../lib/place-store.ts'

/** A number alone is one of a ticket, a seat or a call before it is a day. */
const SAYS_A_DAY = /\p{L}|\d[-./]\d/u

/** Words that say a day lead to that day of the board, also where nothing lies on it yet. */
export function useDayOfBoard(): (typed: string) => Command[] {
  const { t } = useTranslation('find')
  const navigate = useNavigate()
  const place = usePlace()
  return useCallback(
    (typed) => {
      const day = SAYS_A_DAY.test(typed) ? readDate(typed, todayIn(place)) : null
      if (day === null) return []
      const name = t('row.board', { day: fullDayName(day, place.language) })
      return [
        {
          ...{ id: `board-${day}`, name, otherWords: '', page: null, chord: null },
          run: () => void navigate(`/seats?day=${day}`),
        },
      ]
    },
    [navigate, place, t],
  )
}
