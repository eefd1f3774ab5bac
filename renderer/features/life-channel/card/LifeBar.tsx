import { HeartPulse } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { useNow } from '../../../lib/now.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useHeightOnRoot } from '../../../ui/use-height-on-root.ts'
import {
  isPending,
  type LifeCard,
  newsOf,
  questionNow,
  type RedTarget,
  type Suspicion,
  showCard,
  useLife,
  waitingCard,
  waitingNow,
} from './card-store.ts'
import styles from './LifeBar.module.css'
import { saidHeading } from './said-heading.ts'
import { shownWords } from './shown-words.ts'

/** A character that no text has: where the words that were heard stand in what is asked about them. */
const HERE = '\u0000'

interface LifeBarProps {
  /** Calls are in sight: elsewhere a quiet question waits for somebody to come back, and covers nothing. */
  isAtCalls: boolean
  /** The page makes room for what is asked aloud as well: what it has at its top is in use. */
  isBelow: boolean
  /** The call that is heard or read now. */
  heardId: Id | null
  /** Where the red key leads: what it does not lead to has a key of its own. */
  redTarget: RedTarget
  /** Takes up what is asked. */
  onOpen: (question: Suspicion) => void
  /** It is nothing: counted as a wrong alarm. */
  onDismiss: () => void
}

/**
 * Quiet lines over the window: words that may be a cry, and a case that nobody took over yet, or of which something else was heard since it was folded. They never take the keyboard.
 */
export function LifeBar({ isAtCalls, isBelow, heardId, redTarget, onOpen, onDismiss }: LifeBarProps) {
  const life = useLife()
  const asked = questionNow(life, heardId)
  const question = asked !== null && (isAtCalls || !asked.isFaint) ? asked : null
  const folded = life.shownId === null ? waitingCard(life.cards) : undefined
  const [red, other] = [useChord('life.raise'), useChord('life.open')]
  if (question === null && folded === undefined) return null
  const waiting = waitingNow(life, heardId)
  const wayTo = (target: Suspicion | LifeCard) => {
    const leads = (to: RedTarget | typeof waiting) => to !== null && Object.values(to).some((one) => one === target)
    return leads(redTarget) ? red : leads(waiting) ? other : undefined
  }
  const isBelowAll = isBelow && question?.isFaint === false
  return (
    <Place isAbove={isBelowAll} className={isBelowAll ? `${styles.bars} ${styles.ofPage}` : styles.bars}>
      {question === null ? null : (
        <div className={styles.question}>
          <Question question={question} chord={wayTo(question)} onOpen={onOpen} onDismiss={onDismiss} />
        </div>
      )}
      {folded === undefined ? null : (
        <Place isAbove={!isBelowAll} className={styles.folded} key={folded.caseId}>
          <Folded card={folded} chord={wayTo(folded)} />
        </Place>
      )}
    </Place>
  )
}

interface PlaceProps {
  /** Every page begins beneath it. */
  isAbove: boolean
  className: string | undefined
  children: ReactNode
}

const NOTHING = { current: null }

/** The same one, whether or not pages make room for it: whoever stands on a button in it stays there. */
function Place({ isAbove, className, children }: PlaceProps) {
  const place = useRef<HTMLDivElement>(null)
  useHeightOnRoot('--folded-height', isAbove ? place : NOTHING)
  return (
    <div className={className} ref={place}>
      {children}
    </div>
  )
}

interface FoldedProps {
  card: LifeCard
  chord: string | undefined
}

/** A case that waits behind its card: pages make room for it, for it stands until somebody took over. */
function Folded({ card, chord }: FoldedProps) {
  const { t } = useTranslation('life')
  const news = newsOf(card)
  const others = useLife(
    ({ cards }) => cards.filter((each) => each !== card && !each.isDrill && isPending(each)).length,
  )
  return (
    <div className={styles.bar} role="status" data-grade="high" data-drill={card.isDrill || undefined}>
      <HeartPulse aria-hidden="true" />
      <OfCall number={card.facts.callNumber} />
      <p className={styles.words}>
        {news === null ? null : t('bar.news', { said: saidHeading(t, news) })}{' '}
        {isPending(card) ? (
          <>
            {t(card.isDrill ? 'bar.drill' : 'bar.pending')} <Since from={card.raisedAt} />
          </>
        ) : null}
        {others === 0 ? null : ` · ${t('card.others', { count: others })}`}
      </p>
      <Button
        tone="primary"
        size="small"
        {...(chord === undefined ? {} : { chord })}
        onClick={() => showCard(card.caseId, true)}
      >
        {t('bar.back')}
      </Button>
    </div>
  )
}

interface QuestionProps extends Pick<LifeBarProps, 'onOpen' | 'onDismiss'> {
  question: Suspicion
  chord: string | undefined
}

function Question({ question, chord, onOpen, onDismiss }: QuestionProps) {
  const { evidence, facts, isFaint } = question
  const { t } = useTranslation('life')
  const nothing = useChord('life.nothing')
  return (
    <div
      className={styles.bar}
      role="status"
      data-grade={isFaint ? undefined : (evidence?.grade ?? 'low')}
      data-faint={isFaint || undefined}
    >
      <HeartPulse aria-hidden="true" />
      <OfCall number={facts.callNumber} />
      {evidence === null ? (
        <p className={styles.words}>{t('bar.riskNote')}</p>
      ) : (
        <Asked
          question={(words) => t(isFaint ? 'bar.faint' : 'bar.heard', { words })}
          words={shownWords(evidence.words).join(t('bar.between'))}
        />
      )}
      <Button
        tone={isFaint ? 'default' : 'primary'}
        size="small"
        {...(chord === undefined ? {} : { chord })}
        onClick={() => onOpen(question)}
      >
        {t('bar.open')}
      </Button>
      <Button size="small" tone={isFaint ? 'quiet' : 'default'} chord={nothing} onClick={onDismiss}>
        {t('bar.dismiss')}
      </Button>
    </div>
  )
}

/** Which call it is about: somebody may hear another one by now. */
function OfCall({ number }: { number: number | null }) {
  const { t } = useTranslation('life')
  return number === null ? null : <span className={styles.call}>{t('facts.call', { number })}</span>
}

/** Where there is no room for all, the words that were heard give way: what is asked about them stays in sight. */
function Asked({ question, words }: { question: (words: string) => string; words: string }) {
  const [before, after] = question(HERE).split(HERE)
  return (
    <p className={styles.asked} title={question(words)}>
      <span>{before}</span>
      <span className={styles.words}>{words}</span>
      <span>{after}</span>
    </p>
  )
}

const Since = ({ from }: { from: string }) => (
  <span className={styles.time}>{timecode(Math.max(0, Date.parse(useNow(1_000)) - Date.parse(from)))}</span>
)
