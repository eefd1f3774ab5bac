import { useTranslation } from 'react-i18next'
import type { ListedMeeting } from '../../../shared/contract/meetings/meetings.ts'
import { dateIn, fullDateName } from '../../lib/formats.ts'
import { usePlace } from '../../lib/place-store.ts'

/** Who was at a meeting, in one line; where nobody stands, whether nobody was written down or the names are gone. */
export function AttendeeNames({ meeting }: { meeting: Pick<ListedMeeting, 'attendees' | 'wordsGone'> }) {
  const { t } = useTranslation('meetings')
  const { language, timeZone } = usePlace()
  const { attendees, wordsGone } = meeting
  if (attendees.length > 0) return attendees.join(t('attendees.between'))
  if (wordsGone === null) return t('attendees.none')
  return t('attendees.gone', { on: fullDateName(dateIn(wordsGone.goneAt, timeZone), language) })
}
