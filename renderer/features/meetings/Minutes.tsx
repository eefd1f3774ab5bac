import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Minutes as MinutesSaid } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { offsetName } from '../../../shared/domain/zone-shifts.ts'
import { dateIn, fullDateName, timeOfDay } from '../../lib/formats.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useReadBeforePrint } from '../../lib/printing.ts'
import { GoneMeeting } from '../../ui/GoneWords.tsx'
import { Paper, PaperTable, paperCell, usePrinting } from '../../ui/Paper.tsx'
import { AttendeeNames } from './AttendeeNames.tsx'
import styles from './Minutes.module.css'
import { minutesOfCall } from './meetings.queries.ts'

/** The minutes as one page of A4, for the printer or as a PDF: what they say when it is printed, masked once more as their file is. */
export function Minutes({ callId }: { callId: Id }) {
  const minutes = useQuery(minutesOfCall(callId))
  useReadBeforePrint(() => minutes.refetch())
  const isPrinting = usePrinting()
  // Never what was read before it was sealed.
  return isPrinting && minutes.data != null ? <Page minutes={minutes.data} /> : null
}

function Page({ minutes: { meeting, voices, maskedAgain, heardZone } }: { minutes: MinutesSaid }) {
  const { t } = useTranslation('meetings')
  const place = usePlace()
  const there = { ...place, timeZone: heardZone ?? place.timeZone }
  /** Only where another clock than the house's tells the time. */
  const zone = there.timeZone === place.timeZone ? '' : ` (${offsetName(meeting.startedAt, there.timeZone)})`
  const minutes = Math.max(1, Math.round((meeting.ranMs ?? meeting.elapsedMs) / 60_000))
  return (
    <Paper title={t('minutes.title', { number: meeting.callNumber })} sub={meeting.callReference ?? undefined}>
      <p className={styles.facts}>
        {fullDateName(dateIn(meeting.startedAt, there.timeZone), there.language)} {timeOfDay(meeting.startedAt, there)}
        {zone} · {t('clock.ran', { minutes })} · {t('column.attendees')}: <AttendeeNames meeting={meeting} />
        {meeting.solvedAt === null ? null : ` · ${t('solved.is')}`}
      </p>
      {meeting.wordsGone === null ? null : <GoneMeeting gone={meeting.wordsGone} />}
      <h2 className={styles.part}>{t('frozen.voices')}</h2>
      <ul className={styles.voices}>
        {voices.map(({ offsetMs, text }) => (
          <li key={`${offsetMs} ${text}`}>
            {timecode(offsetMs)} {text}
          </li>
        ))}
      </ul>
      <PaperTable heads={[t('minutes.what'), t('minutes.who'), t('minutes.when'), t('minutes.became')]}>
        {meeting.lines.map(({ id, text, ownerName, dueOn, outcome }) => (
          <tr key={id}>
            <td className={paperCell.words}>{text}</td>
            <td>{ownerName ?? t('line.nobody')}</td>
            <td className={paperCell.word}>{dueOn === null ? '' : fullDateName(dueOn, place.language)}</td>
            <td className={paperCell.word}>
              {outcome === null
                ? t('minutes.open')
                : outcome.ticket === null
                  ? t(outcome.what === 'decision' ? 'lines.decision' : 'lines.ticketGone')
                  : ticketName(outcome.ticket.number)}
            </td>
          </tr>
        ))}
      </PaperTable>
      {maskedAgain === 0 ? null : <p className={styles.facts}>{t('minutes.maskedAgain', { count: maskedAgain })}</p>}
    </Paper>
  )
}
