import i18next from 'i18next'
import { AnswerRefused, ConnectionLost, type RefusalData } from './answers.ts'

/** What to tell the person: fits FailedState and notices. */
export interface Failure {
  title: string
  hint?: string
  reference?: string
}

function referenceIn(detail: unknown): string | undefined {
  if (typeof detail !== 'object' || detail === null || !('reference' in detail)) return undefined
  return typeof detail.reference === 'string' ? detail.reference : undefined
}

function refusalText({ code, detail }: RefusalData): Failure {
  const t = i18next.getFixedT(null, 'common')
  switch (code) {
    case 'unexpected': {
      const reference = referenceIn(detail)
      const words = { title: t('failure.unexpected.title'), hint: t('failure.unexpected.hint') }
      return reference === undefined ? words : { ...words, reference }
    }
    case 'workspace_closed':
      return { title: t('failure.workspaceClosed.title'), hint: t('failure.workspaceClosed.hint') }
    case 'too_large':
      return { title: t('failure.tooLarge.title'), hint: t('failure.tooLarge.hint') }
    case 'bad_input':
      return { title: t('failure.badInput.title'), hint: t('failure.badInput.hint') }
    case 'text_too_long':
    case 'odd_character':
      return unkeptText(code, detail)
    case 'unknown_call':
      return { title: t('failure.unknownCall.title'), hint: t('failure.unknownCall.hint') }
    case 'not_found':
      return { title: t('failure.notFound.title'), hint: t('failure.notFound.hint') }
    default:
      // A refusal of one feature that its screen had no words for: still honest, and the code can be read out.
      return { title: t('failure.refused.title'), hint: t('failure.refused.hint'), reference: code }
  }
}

/** Their details are counts and the name of a character; what is not there (an older console) leaves a gap in the words, no more. */
function unkeptText(code: 'text_too_long' | 'odd_character', detail: unknown): Failure {
  const t = i18next.getFixedT(null, 'common')
  const key = code === 'odd_character' ? 'oddCharacter' : 'textTooLong'
  return {
    title: t(`failure.${key}.title`),
    hint: t(`failure.${key}.hint`, { ...(detail as Record<string, unknown>) }),
  }
}

/** Words for anything that went wrong: a refusal (as data or thrown by accepted), a lost connection, a bug. */
export function failureOf(problem: unknown): Failure {
  const t = i18next.getFixedT(null, 'common')
  if (problem instanceof AnswerRefused) return refusalText(problem.refusal)
  if (problem instanceof ConnectionLost) {
    return { title: t('failure.connectionLost.title'), hint: t('failure.connectionLost.hint') }
  }
  if (isRefusal(problem)) return refusalText(problem)
  return { title: t('failure.unexpected.title'), hint: t('failure.unexpected.hint') }
}

function isRefusal(problem: unknown): problem is RefusalData {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'ok' in problem &&
    problem.ok === false &&
    'code' in problem &&
    typeof problem.code === 'string'
  )
}
