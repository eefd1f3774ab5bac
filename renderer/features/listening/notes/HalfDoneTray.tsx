import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HalfDone } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { halfDoneNotes } from '../../../lib/common-queries.ts'
import { dateIn, dayName, timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RowButton } from '../../../ui/RowButton.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import styles from './HalfDoneTray.module.css'

export interface HalfDoneTrayProps {
  /** The session that is on the screen: notes of another say which. */
  sessionId: Id
  exceptCallId: Id
  onOpen: (draft: HalfDone) => void
}

/** Notes begun and not saved, of other calls: they wait here and never hold up the next call. Nothing is shown when none wait. */
export function HalfDoneTray({ sessionId, exceptCallId, onOpen }: HalfDoneTrayProps) {
  const { t } = useTranslation('listen')
  const place = usePlace()
  const waiting = (useQuery(halfDoneNotes).data ?? []).filter((draft) => draft.callId !== exceptCallId)
  // One key opens the newest, wherever it belongs: in this session, or in the review of another.
  useKeys('listen', { 'listen.halfDone': () => (waiting[0] === undefined ? false : onOpen(waiting[0])) })
  const chord = useChord('listen.halfDone')
  if (waiting.length === 0) return null
  const elsewhere = ({ sessionStartedAt, listenerName }: HalfDone) =>
    [
      dayName(dateIn(sessionStartedAt, place.timeZone), place.language),
      timeOfDay(sessionStartedAt, place),
      listenerName,
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <Panel
      title={t('halfDone.title')}
      aside={
        <>
          {waiting.length} <KeyCap chord={chord} />
        </>
      }
      flush
    >
      <ul className={styles.tray}>
        {waiting.map((draft) => (
          <li key={draft.draftId}>
            <RowButton className={styles.draft} onClick={() => onOpen(draft)}>
              <span className={styles.where}>
                {draft.sessionId === sessionId ? null : <>{elsewhere(draft)} · </>}
                {t('halfDone.call', { number: draft.callNumber })} <Timecode offsetMs={draft.offsetMs} />
              </span>
              <span className="ellipsis">{draft.text}</span>
            </RowButton>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
