import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers, Lens, Operation, Press } from '../../../../shared/contract/silver-hair/lens.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { SideChip } from '../../../ui/SideChip.tsx'
import { lensNow, pressesBack, pressLens } from '../silver-hair.actions.ts'
import { HeardJargon } from './HeardJargon.tsx'
import { CHOOSING, OPTIONS, type Question, questionsOf } from './questions.ts'
import styles from './SilverLens.module.css'
import { useAnswerWords } from './use-answer-words.ts'

export interface SilverLensProps {
  sessionId: Id
  lens: Lens
  /** Words of the trade as they are heard now, what is being typed too. */
  jargon: Lens['jargon']
  /** Where its key puts the focus. */
  paneRef: RefObject<HTMLElement | null>
  /** Back to the words of the note. */
  onLeave: () => void
}

/** What a listener says of a call with somebody old: a line a question, a key an answer. The one that is asked shows what may be said. */
export function SilverLens({ sessionId, lens: drawn, jargon, paneRef, onLeave }: SilverLensProps) {
  const { t } = useTranslation('silver')
  const wordsOf = useAnswerWords()
  // What was pressed a moment ago stands in it: the next key is for the line after that.
  const lens = lensNow(sessionId, drawn)
  const [asked, setAsked] = useState<Question>('operation')
  const [inTheWay, setInTheWay] = useState<Operation | null>(null)
  const earlier = useRef<Answers[]>([])
  const questions = questionsOf(lens)
  const at = Math.max(0, questions.indexOf(asked))
  const current = questions[at] ?? 'operation'
  const go = (by: 1 | -1) => setAsked(questions[Math.max(0, Math.min(questions.length - 1, at + by))] ?? current)

  const press = (one: Press): boolean => {
    const before = lensNow(sessionId, lens)
    const operation = pressLens(sessionId, lens, one)
    setInTheWay(operation)
    if (operation === null) earlier.current.push(before)
    return operation === null
  }
  const choose = (question: Question, answer: Answers[Question]) => {
    const isTakenBack = lensNow(sessionId, lens)[question] === answer
    if (!press({ [question]: isTakenBack ? null : answer }) || isTakenBack) return
    const after = questionsOf({
      help: question === 'help' ? (answer as Answers['help']) : lensNow(sessionId, lens).help,
    })
    setAsked(after[after.indexOf(question) + 1] ?? question)
  }
  const takeBack = () => {
    const before = earlier.current.pop()
    if (before === undefined) return
    for (const one of pressesBack(lensNow(sessionId, lens), before)) pressLens(sessionId, lens, one)
    setInTheWay(null)
  }
  const hear = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const answer = OPTIONS[current][CHOOSING.indexOf(event.key)]
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) takeBack()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (event.key === 'ArrowDown') go(1)
    else if (event.key === 'ArrowUp') go(-1)
    else if (event.key === 'Escape') onLeave()
    else if (event.key === 'Backspace' || event.key === '0') press({ [current]: null })
    else if (answer !== undefined && event.key.length === 1 && !event.repeat) choose(current, answer)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const chord = useChord('silver.lens')
  return (
    <section ref={paneRef} className={styles.lens} aria-label={t('lens.title')} tabIndex={-1} onKeyDown={hear}>
      <h2 className={styles.title}>
        {t('lens.title')}
        <KeyCap chord={chord} quiet />
      </h2>
      <ul className={styles.questions}>
        {questions.map((question) => (
          <li key={question} className={styles.question} data-asked={question === current || undefined}>
            <button
              type="button"
              className={styles.name}
              onClick={() => setAsked(question)}
              aria-expanded={question === current}
            >
              <span>{t(`question.${question}`)}</span>
              <span className={styles.answer} data-none={lens[question] === null || undefined}>
                {lens[question] === null ? t('question.none') : wordsOf(question, lens[question])}
              </span>
            </button>
            {question === current ? (
              <div className={styles.options}>
                {OPTIONS[question].map((option, index) => (
                  <SideChip
                    key={String(option)}
                    digit={CHOOSING.charAt(index)}
                    isChosen={lens[question] === option}
                    onPress={() => choose(question, option)}
                  >
                    {wordsOf(question, option)}
                  </SideChip>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {inTheWay === null ? null : (
        <div className={styles.never} role="alert">
          <p>{t('never.why', { operation: t(`operation.${inTheWay}`) })}</p>
          <div className={styles.options}>
            {(['guided', 'declined'] as const).map((help) => (
              <SideChip
                key={help}
                isOffer
                onPress={() => {
                  if (press({ help }) && lens.operation !== inTheWay)
                    pressLens(sessionId, lens, { operation: inTheWay })
                }}
              >
                {t(`help.${help}`)}
              </SideChip>
            ))}
          </div>
        </div>
      )}
      <HeardJargon jargon={jargon} />
    </section>
  )
}
