import i18next from 'i18next'
import type { Stale } from '../../shared/contract/versions.ts'
import { AnswerRefused, ConnectionLost, type RefusalData } from './answers.ts'
import type { Failure } from './failure.ts'
import { hubText, neverRead } from './hub-words.ts'
import { staleWords } from './stale-words.ts'

function textIn(detail: unknown, field: 'reference' | 'code'): string | undefined {
  if (typeof detail !== 'object' || detail === null) return undefined
  const value: unknown = Object.entries(detail).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : undefined
}

const withReference = (words: Failure, reference: string | undefined): Failure =>
  reference === undefined ? words : { ...words, reference }

function refusalText({ code, detail }: RefusalData): Failure {
  const t = i18next.getFixedT(null, 'common')
  switch (code) {
    case 'connection_lost':
      return { title: t('failure.connectionLost.title'), hint: t('failure.connectionLost.hint') }
    case 'unexpected':
      return withReference(
        { title: t('failure.unexpected.title'), hint: t('failure.unexpected.hint') },
        textIn(detail, 'reference'),
      )
    case 'not_allowed':
    case 'offline':
    case 'hub_busy':
    case 'other_version':
    case 'still_listening':
      return { ...hubText(code, detail), isOfHub: true }
    case 'workspace_closed':
      return { title: t('failure.workspaceClosed.title'), hint: t('failure.workspaceClosed.hint') }
    case 'file_exchanged':
      return { title: t('failure.fileExchanged.title'), hint: t('failure.fileExchanged.hint') }
    case 'disk_full':
      return { title: t('failure.diskFull.title'), hint: t('failure.diskFull.hint') }
    case 'disk_failed':
      return withReference(
        { title: t('failure.diskFailed.title'), hint: t('failure.diskFailed.hint') },
        textIn(detail, 'code'),
      )
    case 'file_held':
      return withReference(
        { title: t('failure.fileHeld.title'), hint: t('failure.fileHeld.hint') },
        textIn(detail, 'code'),
      )
    case 'stale':
      return { title: staleWords(detail as Stale), hint: t('failure.stale.hint') }
    case 'too_large':
      return { title: t('failure.tooLarge.title'), hint: t('failure.tooLarge.hint') }
    case 'bad_input':
      return { title: t('failure.badInput.title'), hint: t('failure.badInput.hint') }
    case 'text_too_long':
    case 'odd_character':
      return unkeptText(code, detail)
    case 'names_agent':
      return { title: t('failure.namesAgent.title'), hint: t('failure.namesAgent.hint'), isForGood: true }
    case 'unknown_call':
      return { title: t('failure.unknownCall.title'), hint: t('failure.unknownCall.hint') }
    case 'call_not_found':
      return { title: t('failure.callNotFound.title'), hint: t('failure.callNotFound.hint') }
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
  if (problem instanceof AnswerRefused) {
    const { code, detail } = problem.refusal
    // Thrown by queries alone: nothing was to be done, and nobody asked it here before.
    return code === 'offline' ? neverRead(detail) : refusalText(problem.refusal)
  }
  if (problem instanceof ConnectionLost) return refusalText({ ok: false, code: 'connection_lost', detail: {} })
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
