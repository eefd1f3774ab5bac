import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HalfDone } from '../../../../shared/contract/listening/notes.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { MaskedWords } from '../../../ui/MaskedWords.tsx'
import { dropDraft } from '../review.actions.ts'
import styles from './HalfDoneRows.module.css'

/** As many as leave the notes beneath their room; the others stand there once somebody asks. */
const FEW = 2

/** Notes of this session that were begun and not saved: finish or throw away, each in one press; the first by a key. */
export function HalfDoneRows({
  drafts,
  onFinish,
}: {
  drafts: readonly HalfDone[]
  onFinish: (draft: HalfDone) => void
}) {
  const { t } = useTranslation('review')
  const [first] = drafts
  const [isOpen, setIsOpen] = useState(false)
  const more = drafts.length - FEW
  useKeys('review', { 'review.halfDone': () => (first === undefined ? false : onFinish(first)) })
  const chord = useChord('review.halfDone')
  if (drafts.length === 0) return null
  return (
    <section className={styles.rows} aria-label={t('draft.title')}>
      {(isOpen ? drafts : drafts.slice(0, FEW)).map((draft) => (
        <div key={draft.draftId} className={styles.row}>
          <span className={styles.where}>
            {t('draft.where', { number: draft.callNumber, time: timecode(draft.offsetMs) })}
          </span>
          <span className={`ellipsis ${styles.words}`}>
            <MaskedWords text={draft.text} />
          </span>
          <Button size="small" chord={draft === first ? chord : undefined} onClick={() => onFinish(draft)}>
            {t('draft.finish')}
          </Button>
          <Button size="small" tone="quiet" onClick={() => void dropDraft(draft)}>
            {t('draft.drop')}
          </Button>
        </div>
      ))}
      {more > 0 ? (
        <div className={styles.more}>
          <Button size="small" tone="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? t('draft.fewer') : t('draft.more', { count: more })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
