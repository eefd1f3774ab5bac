import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HalfDone } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { halfDoneNotes } from '../../../lib/common-queries.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import styles from './HalfDoneTray.module.css'

/** Notes begun and not saved, of other calls: they wait here and never hold up the next call. Nothing is shown when none wait. */
export function HalfDoneTray({ exceptCallId, onOpen }: { exceptCallId: Id; onOpen: (draft: HalfDone) => void }) {
  const { t } = useTranslation('listen')
  const waiting = (useQuery(halfDoneNotes).data ?? []).filter((draft) => draft.callId !== exceptCallId)
  if (waiting.length === 0) return null
  return (
    <Panel title={t('halfDone.title')} aside={waiting.length} flush>
      <ul className={styles.tray}>
        {waiting.map((draft) => (
          <li key={draft.draftId}>
            <button type="button" className={styles.draft} onClick={() => onOpen(draft)}>
              <span className={styles.where}>
                {t('halfDone.call', { number: draft.callNumber })} <Timecode offsetMs={draft.offsetMs} />
              </span>
              <span className={styles.text}>{draft.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
