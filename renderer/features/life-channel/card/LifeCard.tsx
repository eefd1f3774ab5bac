import { useQuery } from '@tanstack/react-query'
import { HeartPulse } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTextField } from '../../../lib/text-field.ts'
import { KeyLayer, useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { giveFocusBack } from '../../../ui/focus.ts'
import { lifeContacts } from '../life-channel.queries.ts'
import { Advice } from './Advice.tsx'
import { CallerDetailsForm } from './CallerDetailsForm.tsx'
import { CheckList } from './CheckList.tsx'
import { dismissCase } from './card.actions.ts'
import { areHandsFree, type LifeCard as Card, foldCard, headingOfCard, isPending, showCard } from './card-store.ts'
import { Foot } from './Foot.tsx'
import { HandOver } from './HandOver.tsx'
import { HeadingNews } from './HeadingNews.tsx'
import { Heard } from './Heard.tsx'
import styles from './LifeCard.module.css'
import { isRaiseOf, useOutbox } from './outbox.ts'
import { hasOwnDetails } from './passed-on.ts'
import { SinceRaised } from './SinceRaised.tsx'
import { Stored } from './Stored.tsx'
import { useFoldedByEsc } from './use-folded-by-esc.ts'
import { useIsInField } from './use-is-in-field.ts'
import { useTrappedTab } from './use-trapped-tab.ts'

interface LifeCardProps {
  card: Card
  isEngaged: boolean
  /** The note that is being typed beneath, which goes on while the card has no keys. */
  typed: React.ReactNode
  /** The line of a drill that is being played. */
  script?: React.ReactNode
  /** What is known of the caller besides this call. */
  known?: React.ReactNode
  /** What the red key goes on to while the card has the keys; null: to nothing. */
  beside: React.ReactNode
  onBeside: () => void
}

/** Covers the window, calm, to be read from an arm's length. Whoever writes goes on: its keys are for whoever stepped onto it. */
export function LifeCard({ card, isEngaged, typed, script, known, beside, onBeside }: LifeCardProps) {
  const { t } = useTranslation('life')
  /** What had the keys before the card: they go back there. */
  const opener = useRef<Element | null>(null)
  const box = useTrappedTab(isEngaged)
  const [isInField, setIsInField] = useState(false)
  const [isOverField, setIsOverField] = useState(false)
  const isWriting = useIsInField()
  useLayoutEffect(() => {
    const element = box.current
    if (!isEngaged || element === null) return
    const focused = document.activeElement
    if (!element.contains(focused)) {
      opener.current = focused
      element.focus({ preventScroll: true })
    }
    setIsOverField(isTextField(opener.current))
    // Back to the word in which it was pressed, in the moment in which the card goes.
    return () => giveFocusBack(element, opener.current)
  }, [isEngaged, box])
  useFoldedByEsc(!isEngaged)
  const keysAt = isEngaged ? (isInField ? 'field' : isOverField ? 'card' : null) : isWriting ? 'note' : 'page'
  // Somebody who took over is called off by whoever may say so; before, by whoever sits here.
  const seesAll = useQuery({ ...lifeContacts, enabled: false }).data?.seesAll ?? true
  const mayDismiss = card.isDrill || isPending(card) || seesAll
  const redChord = useChord('life.raise')
  const isHeldBack = useOutbox(({ why, refused }) => why !== null || refused.some(isRaiseOf(card.caseId)))
  const dismissChord = useChord('life.dismiss')
  const { grade, kinds } = headingOfCard(card)
  const inside = (
    <>
      {isEngaged ? <EngagedKeys card={card} /> : null}
      <header className={styles.head}>
        <HeartPulse className={styles.sign} aria-hidden="true" />
        <div className={styles.name}>
          <h1 className={styles.title}>{t(card.isDrill ? 'card.drillTitle' : 'card.title')}</h1>
          <p className={styles.sub}>{t(subOf(card, isHeldBack))}</p>
          <HeadingNews grade={grade} kinds={kinds} />
        </div>
        {grade === null ? null : (
          <Badge tone={grade === 'high' ? 'risk' : 'soon'} look="filled">
            {t(`grade.${grade}`)}
          </Badge>
        )}
        <SinceRaised card={card} />
        <Stored
          caseId={card.caseId}
          isDrill={card.isDrill}
          isSealed={card.facts.callId !== null && card.isCallElsewhere !== true}
        />
        <div className={styles.acts}>
          {mayDismiss ? (
            <Button
              {...(isEngaged && endsByLetter(card) && { chord: dismissChord })}
              onClick={() => dismissCase(card.caseId)}
            >
              {t(card.isDrill ? 'card.endDrill' : 'card.dismiss')}
            </Button>
          ) : (
            <p className={styles.stored}>{t('cases.takenOver')}</p>
          )}
          <Button chord="Escape" onClick={foldCard}>
            {t('card.fold')}
          </Button>
        </div>
      </header>
      {script}
      <div className={styles.columns}>
        <div className={styles.first}>
          <HandOver card={card} kinds={kinds} />
          <Heard card={card} known={known} kinds={kinds} />
        </div>
        <div className={styles.rest}>
          <div className={styles.middle}>
            <Advice kinds={kinds} />
          </div>
          <div className={styles.last}>
            <CheckList card={card} />
            <CallerDetailsForm card={card} />
          </div>
        </div>
      </div>
      <Foot
        keysAt={keysAt}
        typed={typed}
        beside={
          beside === null ? null : (
            <>
              {beside}
              <Button size="small" chord={redChord} onClick={onBeside}>
                {t('bar.open')}
              </Button>
            </>
          )
        }
      />
    </>
  )
  return (
    <div
      ref={box}
      className={styles.card}
      role="dialog"
      aria-modal={isEngaged || undefined}
      aria-label={t(card.isDrill ? 'card.drillTitle' : 'card.title')}
      data-drill={card.isDrill || undefined}
      data-away={!isEngaged || undefined}
      data-grade={grade ?? undefined}
      tabIndex={-1}
      onMouseDown={(event) => {
        // What is pressed by mouse is done, and the caret stays where somebody writes.
        if (!isEngaged && !areHandsFree() && !isTextField(event.target)) event.preventDefault()
      }}
      onFocus={({ currentTarget, target, relatedTarget }) => {
        setIsInField(isTextField(target))
        if (isEngaged) return
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) opener.current = relatedTarget
        showCard(card.caseId, true)
      }}
    >
      <KeyLayer isCover={!isEngaged}>{inside}</KeyLayer>
    </div>
  )
}

/** Raised without a call there is none that is sealed. */
function subOf({ isDrill, facts, isCallElsewhere }: Card, isHeldBack: boolean) {
  if (isDrill) return 'card.drillSub'
  if (facts.callId === null) return 'card.subWithoutCall'
  if (isCallElsewhere === undefined && isHeldBack) return 'card.subNotYet'
  return isCallElsewhere === true ? 'card.subElsewhere' : 'card.sub'
}

/** Mounted as long as the card has the keyboard. */
function EngagedKeys({ card }: { card: Card }) {
  useKeys('dialog', { 'dialog.close': foldCard })
  useKeys('life', { 'life.dismiss': () => (endsByLetter(card) ? dismissCase(card.caseId) : false) })
  return null
}

/** Whether one letter ends it. Once somebody acted on a case a slip would open a call that a crisis team has: then it is the button, which says so. */
const endsByLetter = (card: Card): boolean =>
  card.isDrill || (isPending(card) && Object.keys(card.steps).length === 0 && !hasOwnDetails(card))
