import { useTranslation } from 'react-i18next'
import type { Answers } from '../../../../shared/contract/silver-hair/lens.ts'
import type { Question } from './questions.ts'

/** The words of an answer, in the language of the moment. */
export function useAnswerWords(): (question: Question, answer: Answers[Question]) => string {
  const { t } = useTranslation('silver')
  return (question, answer) => {
    if (answer === null) return ''
    if (question === 'toldFirst') return t(answer === true ? 'toldFirst.yes' : 'toldFirst.no')
    if (question === 'effort') return t(`effort.${answer as 1}`)
    // Each list has words for all that its question may be answered by; which one it is the compiler cannot follow.
    return t(`${question}.${String(answer)}` as 'pace.fits')
  }
}
