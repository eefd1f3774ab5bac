import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../lib/key-map.ts'
import { useKeyRegistry } from '../../lib/key-registry.ts'
import { chordsOf } from '../../lib/keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './DrillDialog.module.css'
import { DRILL, REVIEW_FROM } from './drill-steps.ts'
import { beginAgain, lacksWords, leaveDrill, stepOf, useDrill } from './drill-store.ts'
import { focusAtOnce } from './focus-at-once.ts'
import { PracticeCall } from './PracticeCall.tsx'
import { PracticeReview } from './PracticeReview.tsx'

/** «Learn the keys»: a practice call that is heard by nobody and stored nowhere. Esc leaves it; it goes on where it was left. */
export function DrillDialog() {
  const { t } = useTranslation('keys')
  return (
    <Dialog isOpen onClose={leaveDrill} title={t('drill.title')} width={680}>
      <Inside />
    </Dialog>
  )
}

function Inside() {
  const { t } = useTranslation('keys')
  const step = useDrill((drill) => drill.step)
  return (
    <div className={styles.drill}>
      <p className={styles.promise}>{t('drill.promise')}</p>
      <ProgressBar label={t('drill.progress')} fraction={step / DRILL.length} />
      <Task />
      {step === DRILL.length ? <Done /> : step >= REVIEW_FROM ? <PracticeReview /> : <PracticeCall />}
    </div>
  )
}

/** What to do now, and the key for it. */
function Task() {
  const { t } = useTranslation('keys')
  const drill = useDrill()
  const now = stepOf(drill)
  return (
    <div className={styles.task} role="status" data-slip={drill.isSlip || undefined}>
      <span className={styles.number}>
        {t('drill.step', { step: Math.min(drill.step + 1, DRILL.length), of: DRILL.length })}
      </span>
      <div>
        <p className={styles.words}>{now === undefined ? t('drill.done') : t(`drill.task.${now.id}`)}</p>
        {drill.isSlip ? <p className={styles.slip}>{t(lacksWords(drill) ? 'drill.slipEmpty' : 'drill.slip')}</p> : null}
      </div>
      {now === undefined || now.key === null ? null : <OwnKeys id={now.key} />}
    </div>
  )
}

/** Every key for it, as the person has them. In a browser's tab Ctrl+N is the browser's own. */
function OwnKeys({ id }: { id: ActionId }) {
  const chords = chordsOf(
    id,
    useKeyRegistry((state) => state.remaps),
  )
  const isTab = !('earshot' in window)
  const own = chords.filter((chord) => !(isTab && chords.length > 1 && chord === 'Mod+n'))
  return (
    <span className={styles.keys}>
      {own.map((chord) => (
        <KeyCap key={chord} chord={chord} />
      ))}
    </span>
  )
}

/** All of them once more, to be remembered. */
function Done() {
  const { t } = useTranslation('keys')
  return (
    <>
      <ul className={styles.learned}>
        {DRILL.map(({ key }) =>
          key === null ? null : (
            <li key={key}>
              {t(`action.${key}`)}
              <OwnKeys id={key} />
            </li>
          ),
        )}
      </ul>
      <DialogFoot>
        <Button onClick={beginAgain}>{t('drill.again')}</Button>
        <Button ref={focusAtOnce} tone="primary" onClick={leaveDrill}>
          {t('drill.leave')}
        </Button>
      </DialogFoot>
    </>
  )
}
