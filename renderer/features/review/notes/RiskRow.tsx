import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { risksIn, risksLeft, useWalk } from '../walk.ts'
import styles from './RiskRow.module.css'

/** What was risky in this session comes before everything else: how much of it is still to be looked at, each in one press. */
export function RiskRow({ notes, onNext, onRed }: { notes: readonly Note[]; onNext: () => void; onRed: () => void }) {
  const { t } = useTranslation('review')
  const looked = useWalk((walk) => walk.looked)
  const chord = useChord('review.next')
  const redChord = useChord('life.raise')
  const count = risksIn(notes).length
  const left = risksLeft(notes, looked).length
  if (count === 0) return null
  return (
    <section className={styles.row} aria-label={t('risk.title')} data-done={left === 0 || undefined}>
      <TriangleAlert aria-hidden="true" />
      <span className={styles.words}>{left === 0 ? t('risk.done', { count }) : t('risk.left', { count, left })}</span>
      <Button size="small" tone="quiet" chord={redChord} onClick={onRed}>
        {t('risk.lifeChannel')}
      </Button>
      {left === 0 ? null : (
        <Button size="small" chord={chord} onClick={onNext}>
          {t('risk.next')}
        </Button>
      )}
    </section>
  )
}
