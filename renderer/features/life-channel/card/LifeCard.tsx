import { useQuery } from '@tanstack/react-query'
import { HeartPulse } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTextField } from '../../../lib/text-field.ts'
import { KeyLayer, useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { giveFocusBack } from '../../../ui/focus.ts'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { lifeContacts } from '../life-channel.queries.ts'
import { Advice } from './Advice.tsx'
import { CallerDetailsForm } from './CallerDetailsForm.tsx'
import { CheckList } from './CheckList.tsx'
import { dismissCase } from './card.actions.ts'
import { type LifeCard as Card, cardOf, foldCard, headingOfCard, isPending, showCard } from './card-store.ts'
import { HandOver } from './HandOver.tsx'
import { HeadingNews } from './HeadingNews.tsx'
import { Heard } from './Heard.tsx'
import styles from './LifeCard.module.css'
import { hasOwnDetails } from './passed-on.ts'
import { SinceRaised } from './SinceRaised.tsx'
import { Stored } from './Stored.tsx'
import { useCardKeys, useTypedOn } from './use-card-keys.ts'
import { useIsInField } from './use-is-in-field.ts'
import { useTrappedTab } from './use-trapped-tab.ts'

interface LifeCardProps {
  card: Card
  isEngaged: boolean
  /** The note that is being typed beneath, which goes on while the card has no keys. */
  typed: React.ReactNode
  /** The line of a drill that is being played. */
  script?: React.ReactNode
  /** What the red key goes on to while the card has the keys; null: to nothing. */
  beside: React.ReactNode
  onBeside: () => void
}

/** Covers the window, calm, to be read from an arm's length. It takes the keyboard only from whoever wants it. */
export function LifeCard({ card, isEngaged, typed, script, beside, onBeside }: LifeCardProps) {
  const { t } = useTranslation('life')
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
    return () => giveFocusBack(element, focused)
  }, [isEngaged, box])
  useTypedOn(isEngaged, opener)
  // Somebody who took over is called off by whoever may say so; before, by whoever sits here.
  const seesAll = useQuery({ ...lifeContacts, enabled: false }).data?.seesAll ?? true
  const mayDismiss = card.isDrill || isPending(card) || seesAll
  const redChord = useChord('life.raise')
  const dismissChord = useChord('life.dismiss')
  const { grade, kinds } = headingOfCard(card)
  const inside = (
    <>
      {isEngaged ? <EngagedKeys card={card} /> : null}
      <header className={styles.head}>
        <HeartPulse className={styles.sign} aria-hidden="true" />
        <div className={styles.name}>
          <h1 className={styles.title}>{t(card.isDrill ? 'card.drillTitle' : 'card.title')}</h1>
          <p className={styles.sub}>{t(subOf(card))}</p>
          <HeadingNews grade={grade} kinds={kinds} />
        </div>
        {grade === null ? null : (
          <Badge tone={grade === 'high' ? 'risk' : 'soon'} look="filled">
            {t(`grade.${grade}`)}
          </Badge>
        )}
        <SinceRaised card={card} />
        <Stored caseId={card.caseId} isDrill={card.isDrill} />
        <div className={styles.acts}>
          {mayDismiss ? (
            <Button {...(endsByLetter(card) && { chord: dismissChord })} onClick={() => dismissCase(card.caseId)}>
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
          <Heard card={card} kinds={kinds} />
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
      {isEngaged && isInField ? (
        <footer className={styles.foot}>
          <span className={styles.typed}>{t('card.inField')}</span>
          <span>
            {t('card.engage')} <KeyCap chord={redChord} />
          </span>
        </footer>
      ) : null}
      {isEngaged && !isInField && (beside !== null || isOverField) ? (
        <footer className={styles.foot}>
          <span className={styles.typed}>{isOverField ? t('card.typeOn') : ''}</span>
          {beside === null ? null : (
            <span className={styles.beside}>
              {beside}
              <Button size="small" chord={redChord} onClick={onBeside}>
                {t('bar.open')}
              </Button>
            </span>
          )}
        </footer>
      ) : null}
      {isEngaged ? null : (
        <footer className={styles.foot}>
          <span className={styles.typed}>
            {isWriting ? (
              <>
                {t('card.goOn')} {typed}
              </>
            ) : (
              t('card.beneath')
            )}
          </span>
          <span>
            {t('card.engage')} <KeyCap chord={redChord} />
          </span>
        </footer>
      )}
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
      data-grade={grade ?? undefined}
      tabIndex={-1}
      onPointerDown={() => showCard(card.caseId, true)}
      onFocus={({ target }) => setIsInField(isTextField(target))}
    >
      <KeyLayer isOpen={isEngaged}>{inside}</KeyLayer>
    </div>
  )
}

/** Raised without a call there is none that is sealed. */
function subOf({ isDrill, facts, isCallElsewhere }: Card) {
  if (isDrill) return 'card.drillSub'
  if (facts.callId === null) return 'card.subWithoutCall'
  return isCallElsewhere === true ? 'card.subElsewhere' : 'card.sub'
}

/** Mounted as long as the card has the keyboard. */
function EngagedKeys({ card }: { card: Card }) {
  useKeys('dialog', { 'dialog.close': foldCard })
  useCardKeys({
    'life.dismiss': () => {
      // As it is now: a figure that was pressed before the letter is done before it.
      const now = cardOf(card.caseId)
      if (now !== undefined && endsByLetter(now)) dismissCase(now.caseId)
    },
  })
  return null
}

/**
 * Whether one letter ends it. Once somebody acted on a case the letter may belong to a word that is typed on, and would open a call that a crisis team has: then it
 * is the button, which says so.
 */
const endsByLetter = (card: Card): boolean =>
  card.isDrill || (isPending(card) && Object.keys(card.steps).length === 0 && !hasOwnDetails(card))
