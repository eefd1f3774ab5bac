import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { secondsText } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { cardOf, useLife } from '../card/card-store.ts'
import styles from './DrillLines.module.css'
import { sayNextLine, settleDrill, useLifeDrill } from './drill-store.ts'

/** A line takes about so long to be said and heard. */
const LINE_MS = 4_000

/** The call of a drill, line by line; then how long it took until somebody took over. */
export function DrillLines() {
  const { t } = useTranslation('life')
  const place = usePlace()
  const running = useLifeDrill((drill) => drill.running)
  const given = useLife(({ cards }) => cards.find(({ caseId }) => caseId === running?.caseId)?.handedOver.length ?? 0)
  const chord = useChord('life.nextLine')
  useKeys('life', { 'life.nextLine': sayNextLine })
  const said = running?.said ?? 0
  useEffect(() => {
    const timer = said === 0 ? undefined : setTimeout(sayNextLine, LINE_MS)
    return () => clearTimeout(timer)
  }, [said])
  useEffect(() => {
    if (given > 0) settleDrill()
  }, [given])
  if (running === null || cardOf(running.caseId) === undefined) return null
  const { script, isTooEarly, result } = running
  if (result !== null)
    return (
      <section className={styles.result} role="status">
        <p className={styles.time}>{t('drill.took', { time: secondsText(result.handOverMs, place.language) })}</p>
        <p>
          {t(result.isBest ? 'drill.best' : 'drill.better', {
            names: script.best.map((to) => t(`recipient.${to}`)).join(t('list.or')),
          })}
        </p>
      </section>
    )
  return (
    <section className={styles.lines} aria-label={t('drill.lines')}>
      <ol aria-live="polite">
        {script.lines.slice(0, said).map(({ speaker, text }) => (
          <li key={text} data-speaker={speaker}>
            <span className={styles.speaker}>{t(speaker === 'agent' ? 'drill.agent' : 'drill.customer')}</span>
            {text}
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <span>{t(isTooEarly ? 'drill.tooEarly' : 'drill.how')}</span>
        {said < script.lines.length ? (
          <Button size="small" chord={chord} onClick={sayNextLine}>
            {t('drill.next')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
