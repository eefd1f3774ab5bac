import { useTranslation } from 'react-i18next'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { dateName, dateTime } from '../../lib/formats.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Paper, PaperTable, paperCell } from '../../ui/Paper.tsx'
import styles from './Minutes.module.css'

/** The minutes as one page of A4, for the printer or as a PDF. Everything in it was masked before it was stored. */
export function Minutes({ meeting, notes }: { meeting: Meeting; notes: readonly Note[] }) {
  const { t } = useTranslation('meetings')
  const place = usePlace()
  const voices = notes.filter((note) => meeting.noteIds.includes(note.id) && isVoice(note))
  const minutes = Math.max(1, Math.round((meeting.ranMs ?? meeting.elapsedMs) / 60_000))
  return (
    <Paper title={t('minutes.title', { number: meeting.callNumber })} sub={meeting.callReference ?? undefined}>
      <p className={styles.facts}>
        {dateTime(meeting.startedAt, place, instantNow())} · {t('clock.ran', { minutes })} · {t('column.attendees')}:{' '}
        {meeting.attendees.join(t('attendees.between')) || t('attendees.none')}
      </p>
      <h2 className={styles.part}>{t('frozen.voices')}</h2>
      <ul className={styles.voices}>
        {voices.map((note) => (
          <li key={note.id}>
            {timecode(note.offsetMs)} {note.text}
          </li>
        ))}
      </ul>
      <PaperTable heads={[t('minutes.what'), t('minutes.who'), t('minutes.when'), t('minutes.became')]}>
        {meeting.lines.map(({ id, text, ownerName, dueOn, outcome }) => (
          <tr key={id}>
            <td className={paperCell.words}>{text}</td>
            <td>{ownerName ?? t('line.nobody')}</td>
            <td className={paperCell.word}>{dueOn === null ? '' : dateName(dueOn, place.language, true)}</td>
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
    </Paper>
  )
}
