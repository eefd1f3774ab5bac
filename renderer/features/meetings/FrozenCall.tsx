import { useTranslation } from 'react-i18next'
import type { Line } from '../../../shared/contract/listening/conversations.ts'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import { Badge } from '../../ui/Badge.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GoneMeeting } from '../../ui/GoneWords.tsx'
import { MaskedWords } from '../../ui/MaskedWords.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Timecode } from '../../ui/Timecode.tsx'
import styles from './FrozenCall.module.css'

export interface FrozenCallProps {
  meeting: Meeting
  /** Of the call, as they stand now. */
  notes: readonly Note[]
  /** Lines of the conversation that are notes. */
  lines: readonly Line[]
}

/** What the meeting is about, as it was when it began: read only. The customer's words first. */
export function FrozenCall({ meeting, notes, lines }: FrozenCallProps) {
  const { t } = useTranslation('meetings')
  const frozen = notes.filter(({ id }) => meeting.noteIds.includes(id))
  const voices = frozen.filter(isVoice)
  const others = frozen.filter((note) => !isVoice(note))
  return (
    <Panel fill title={t('frozen.title', { number: meeting.callNumber })} aside={meeting.callReference ?? undefined}>
      {frozen.length === 0 ? (
        meeting.wordsGone === null ? (
          <EmptyState title={t('frozen.none')} hint={t('frozen.noneHint')} />
        ) : (
          <GoneMeeting gone={meeting.wordsGone} />
        )
      ) : (
        <div className={styles.parts}>
          <Notes title={t('frozen.voices')} notes={voices} isNumbered />
          <Notes title={t('frozen.others')} notes={others} />
          {lines.length === 0 ? null : (
            <section>
              <h3 className={styles.part}>{t('frozen.lines')}</h3>
              <ul className={styles.lines}>
                {lines.map((line) => (
                  <li key={line.atMs}>
                    <Timecode offsetMs={line.atMs} /> <MaskedWords text={line.text} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Panel>
  )
}

function Notes({ title, notes, isNumbered = false }: { title: string; notes: readonly Note[]; isNumbered?: boolean }) {
  const { t } = useTranslation('meetings')
  if (notes.length === 0) return null
  return (
    <section>
      <h3 className={styles.part}>{title}</h3>
      <ol className={styles.notes}>
        {notes.map((note, index) => (
          <li key={note.id} className={styles.note} data-kind={note.kind}>
            <span className={styles.mark}>
              {isNumbered ? <b>{index + 1}</b> : null}
              <Timecode offsetMs={note.offsetMs} />
            </span>
            <span>
              <MaskedWords text={note.text} />
              {note.ticketId === null ? null : (
                <>
                  {' '}
                  <Badge>{t('frozen.quoted')}</Badge>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
