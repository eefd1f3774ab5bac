import { useTranslation } from 'react-i18next'
import type { Answers } from '../../../../shared/contract/silver-hair/lens.ts'
import type { Question } from './questions.ts'

/** The words of an answer, in the language of the moment. */
export function useAnswerWords(): (question: Question, answer: Answers[Question]) => string {
  const { t } = useTranslation('silver')
  return (question, answer) => {
    if (answer === null) return ''
    if (question === 'toldFirst') return t(answer === true ? 'toldFirst.yes' : 'toldFirst.no')
    // Which list an answer is of the compiler cannot follow.
    switch (question) {
      case 'effort':
        return t(`effort.${answer as 1}`)
      case 'pace':
        return t(`pace.${answer as 'fits'}`)
      case 'tone':
        return t(`tone.${answer as 'warm'}`)
      case 'volume':
        return t(`volume.${answer as 'fits'}`)
      case 'dialect':
        return t(`dialect.${answer as 'other'}`)
      case 'operation':
        return t(`operation.${answer as 'other'}`)
      case 'help':
        return t(`help.${answer as 'guided'}`)
    }
  }
}
