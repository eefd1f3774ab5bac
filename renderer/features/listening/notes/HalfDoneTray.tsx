import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HalfDone } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { halfDoneLines, halfDoneNotes } from '../../../lib/common-queries.ts'
import { dayOf, timeOfDay } from '../../../lib/formats.ts'
import { heardPlace } from '../../../lib/heard-place.ts'
import { instantNow } from '../../../lib/now.ts'
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
  /** Goes to the meeting about this call. */
  onMeeting: (callId: Id) => void
}

/** So many are shown by themselves: the conversation beside the call needs the room. */
const SHOWN = 5

/** Notes begun and not saved, of other calls, and lines of meetings: they wait here and never hold up the next call. Nothing is shown when none wait. */
export function HalfDoneTray({ sessionId, exceptCallId, onOpen, onMeeting }: HalfDoneTrayProps) {
  const { t } = useTranslation('listen')
  const place = usePlace()
  const waiting = (useQuery(halfDoneNotes).data ?? []).filter((draft) => draft.callId !== exceptCallId)
  const lines = useQuery(halfDoneLines).data ?? []
  // One key opens the newest note, wherever it belongs: in this session, or in the review of another; where there is none, the newest line.
  useKeys('listen', {
    'listen.halfDone': () => {
      if (waiting[0] !== undefined) return onOpen(waiting[0])
      return lines[0] === undefined ? false : onMeeting(lines[0].callId)
    },
  })
  const [isWhole, setIsWhole] = useState(false)
  const chord = useChord('listen.halfDone')
  const total = waiting.length + lines.length
  if (total === 0) return null
  const shown = isWhole ? total : SHOWN
  const elsewhere = ({ sessionStartedAt, heardZone, listenerName }: HalfDone) => {
    const { there, clock } = heardPlace(place, sessionStartedAt, heardZone)
    const day = dayOf(sessionStartedAt, there, instantNow())
    const rest = [timeOfDay(sessionStartedAt, there) + clock, listenerName].filter(Boolean).join(' ')
    return (
      <>
        {day} <span className={styles.rest}>{rest} </span>·{' '}
      </>
    )
  }
  return (
    <Panel
      title={t('halfDone.title')}
      aside={
        <>
          {total} <KeyCap chord={chord} />
        </>
      }
      flush
    >
      <ul>
        {waiting.slice(0, shown).map((draft) => (
          <li key={draft.draftId}>
            <RowButton className={styles.draft} onClick={() => onOpen(draft)}>
              <span className={styles.where}>
                {draft.sessionId === sessionId ? null : elsewhere(draft)}
                {t('halfDone.call', { number: draft.callNumber })} <Timecode offsetMs={draft.offsetMs} />
              </span>
              <span className="ellipsis">{draft.text}</span>
            </RowButton>
          </li>
        ))}
        {lines.slice(0, Math.max(0, shown - waiting.length)).map(({ draftId, callId, callNumber, text }) => (
          <li key={draftId}>
            <RowButton className={styles.draft} onClick={() => onMeeting(callId)}>
              <span className={styles.where}>{t('halfDone.meeting', { number: callNumber })}</span>
              <span className="ellipsis">{text}</span>
            </RowButton>
          </li>
        ))}
      </ul>
      {total <= shown ? null : (
        <RowButton className={styles.draft} onClick={() => setIsWhole(true)}>
          {t('halfDone.rest', { count: total - shown })}
        </RowButton>
      )}
    </Panel>
  )
}
