import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../../lib/composition.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { type ActionId, actionIds } from '../../lib/key-map.ts'
import { useRunningMs } from '../../lib/now.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './DrillDialog.module.css'
import { DRILL, REVIEW_FROM } from './drill-steps.ts'
import { beginAgain, leaveDrill, press, useDrill, write } from './drill-store.ts'

/** «Learn the keys»: a practice call that is heard by nobody and stored nowhere. Esc leaves it; it goes on where it was left. */
export function DrillDialog() {
  const { t } = useTranslation('keys')
  return (
    <Dialog isOpen onClose={leaveDrill} title={t('drill.title')} width={640}>
      <Inside />
    </Dialog>
  )
}

function Inside() {
  const { t } = useTranslation('keys')
  const step = useDrill((drill) => drill.step)
  const isReview = step >= REVIEW_FROM
  const isDone = step >= DRILL.length
  useDrillKeys(isReview)
  return (
    <div className={styles.drill}>
      <p className={styles.promise}>{t('drill.promise')}</p>
      <ProgressBar label={t('drill.progress')} fraction={step / DRILL.length} />
      <Task />
      {isDone ? null : isReview ? <Review /> : <Call />}
      {isDone ? (
        <footer className={styles.foot}>
          <Button onClick={beginAgain}>{t('drill.again')}</Button>
          <Button tone="primary" onClick={leaveDrill} data-autofocus>
            {t('drill.leave')}
          </Button>
        </footer>
      ) : null}
    </div>
  )
}

/** The real keys, as the person has them, heard inside this dialog alone. */
function useDrillKeys(isReview: boolean): void {
  const hear = (id: ActionId) => () => {
    press(id)
  }
  useKeys(
    'listen',
    {
      'listen.kindView': hear('listen.kindView'),
      'listen.kindVoice': hear('listen.kindVoice'),
      'listen.issueType': hear('listen.issueType'),
      'listen.saveNote': hear('listen.saveNote'),
      'listen.nextCall': hear('listen.nextCall'),
      'listen.halfDone': hear('listen.halfDone'),
      'listen.review': hear('listen.review'),
    },
    !isReview,
  )
  useKeys(
    'review',
    {
      'review.toggle': hear('review.toggle'),
      'review.makeTicket': hear('review.makeTicket'),
      'review.saveTicket': hear('review.saveTicket'),
    },
    isReview,
  )
}

/** What to do now, and the key for it. */
function Task() {
  const { t } = useTranslation('keys')
  const step = useDrill((drill) => drill.step)
  const now = DRILL[step]
  const id = actionIds().find((each) => each === now?.waitsFor)
  return (
    <div className={styles.task} role="status">
      <span className={styles.number}>
        {t('drill.step', { step: Math.min(step + 1, DRILL.length), of: DRILL.length })}
      </span>
      <p>{now === undefined ? t('drill.done') : t(`drill.task.${now.id}`)}</p>
      {id === undefined ? null : <OwnKey id={id} />}
    </div>
  )
}

const OwnKey = ({ id }: { id: ActionId }) => <KeyCap chord={useChord(id)} />

function Call() {
  const { t } = useTranslation('keys')
  const drill = useDrill()
  const runningMs = useRunningMs(1_000)
  const began = useRef(performance.now())
  const box = useRef<HTMLTextAreaElement>(null)
  const elapsedMs = Math.max(0, runningMs - began.current)
  useEffect(() => box.current?.focus(), [])
  const digit = (event: KeyboardEvent) => {
    if (isComposing(event) || !/^[1-9]$/.test(event.key)) return
    // After the type's own key a digit is the type; at any other time it is text.
    if (press('digit', Number(event.key))) event.preventDefault()
  }
  return (
    <section className={styles.call} aria-label={t('drill.call', { call: drill.call })}>
      <p className={styles.head}>
        <strong>{t('drill.call', { call: drill.call })}</strong>
        <span className="figures">{timecode(elapsedMs)}</span>
        {drill.markMs === null ? null : (
          <Badge tone="accent">{t('drill.mark', { time: timecode(drill.markMs) })}</Badge>
        )}
        <Badge tone={drill.kind}>{t(`drill.kind.${drill.kind}`)}</Badge>
        {drill.type === null ? null : <Badge>{t('drill.issueType', { digit: drill.type })}</Badge>}
      </p>
      <TextArea
        ref={box}
        aria-label={t('drill.box')}
        rows={3}
        value={drill.text}
        onKeyDown={digit}
        onChange={(event) => write(event.currentTarget.value, performance.now() - began.current)}
        data-autofocus
      />
      <ul className={styles.notes}>
        {drill.saved.map((text) => (
          <li key={text}>
            <Check aria-hidden="true" />
            {text}
          </li>
        ))}
        {drill.half === null ? null : <li data-half>{t('drill.half', { text: drill.half })}</li>}
      </ul>
    </section>
  )
}

/** The notes of the practice call, to be made a ticket that nobody gets. */
function Review() {
  const { t } = useTranslation('keys')
  const { saved, isChosen } = useDrill()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the letters of review are heard where no field has the focus
    <ul ref={list} className={styles.notes} tabIndex={0} aria-label={t('drill.notes')} data-autofocus>
      {saved.map((text) => (
        <li key={text} data-chosen={isChosen || undefined}>
          {isChosen ? <Check aria-hidden="true" /> : null}
          {text}
        </li>
      ))}
    </ul>
  )
}
