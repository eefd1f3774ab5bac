import { Check } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { useTypeChoice } from '../../features/listening/notes/use-type-choice.ts'
import { useRunningMs } from '../../lib/now.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { unremembered } from '../../ui/unremembered.ts'
import styles from './DrillDialog.module.css'
import { DRILL_TYPES, type DrillStepId } from './drill-steps.ts'
import { press, stepOf, useDrill, write } from './drill-store.ts'
import { focusAtOnce } from './focus-at-once.ts'

const KINDS = ['voice', 'view'] as const

/** The live screen in small: a clock, the note box, and the real keys, heard inside this dialog alone. */
export function PracticeCall() {
  const { t } = useTranslation(['keys', 'listen'])
  const drill = useDrill()
  const runningMs = useRunningMs(1_000)
  const isHeld = useRef(false)
  const choice = useTypeChoice((digit) => {
    const type = DRILL_TYPES.find((each) => each === digit)
    if (type !== undefined) press('type', type)
    return type !== undefined
  })
  const hear = (id: DrillStepId) => () => press(id)
  useKeys('listen', {
    'listen.kindView': hear('view'),
    'listen.kindVoice': hear('voice'),
    'listen.issueType': stepOf(drill)?.id === 'type' ? choice.begin : hear('type'),
    'listen.saveNote': hear('save'),
    'listen.nextCall': hear('nextCall'),
    'listen.halfDone': hear('halfDone'),
    'listen.review': hear('review'),
  })
  return (
    <section className={styles.call} data-kind={drill.kind} aria-label={t('drill.call', { call: drill.call })}>
      <header className={styles.head}>
        <strong>{t('drill.call', { call: drill.call })}</strong>
        <span className="figures">{timecode(Math.max(0, runningMs - drill.callBeganMs))}</span>
        <span className={styles.kinds}>
          {KINDS.map((kind) => (
            <span key={kind} className={styles.chip} data-kind={kind} aria-current={kind === drill.kind || undefined}>
              {t(`listen:kind.${kind}`)}
            </span>
          ))}
        </span>
        <span className={styles.mark} data-stamped={drill.markMs !== null || undefined}>
          {t('drill.mark', { time: drill.markMs === null ? '--:--' : timecode(drill.markMs) })}
        </span>
      </header>
      <textarea
        ref={focusAtOnce}
        className={styles.box}
        aria-label={t('drill.box')}
        placeholder={t('drill.placeholder')}
        rows={3}
        value={drill.text}
        onKeyDown={(event) => {
          isHeld.current = event.repeat
        }}
        onCompositionEnd={(event) => write(event.currentTarget.value, true)}
        onChange={(event) => {
          const { isComposing = false } = event.nativeEvent as Partial<InputEvent>
          write(event.currentTarget.value, !isComposing && !isHeld.current)
        }}
        data-autofocus
        {...unremembered}
      />
      <p className={styles.types} data-choosing={choice.isChoosing || undefined}>
        {DRILL_TYPES.map((type) => (
          <span key={type} className={styles.chip} aria-current={type === drill.type || undefined}>
            <span className={styles.digit}>{type}</span>
            {t(`drill.type.${type}`)}
          </span>
        ))}
      </p>
      <ul className={styles.notes}>
        {drill.saved.map((text) => (
          <li key={text}>
            <Check aria-hidden="true" />
            {text}
          </li>
        ))}
        {drill.half === null ? null : <li data-half>{t('drill.half', { text: drill.half.text })}</li>}
      </ul>
    </section>
  )
}
