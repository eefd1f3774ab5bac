import i18next from 'i18next'
import { failureOf } from '../lib/errors.ts'
import { dismissNotice, notifyFailure } from './notices.ts'

/** The field itself, the bar of a lost connection or the recovery screen says more. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  ...(['text_too_long', 'odd_character', 'bad_input'] as const),
  ...(['connection_lost', 'workspace_closed'] as const),
])

/** The notice that stands for words which are in this window alone. */
let standing: number | null = null

/**
 * What came of storing words, finished or half done: why it fails is said once, not at every key, and taken back as soon as words
 * are stored again. Whoever types would find out only when the words are gone.
 */
export function tellWhetherKept(answer: { ok: true } | { ok: false; code: string; detail: unknown }): void {
  if (answer.ok) {
    if (standing !== null) dismissNotice(standing)
    standing = null
    return
  }
  if (SAID_ELSEWHERE.has(answer.code)) return
  const why = () => {
    const t = i18next.getFixedT(null, 'common')
    const { title, hint = '', reference } = failureOf(answer)
    const words = { title: t('failure.notKept.title'), hint: t('failure.notKept.hint', { why: title, hint }) }
    return reference === undefined ? words : { ...words, reference }
  }
  // On whichever page: the words are nowhere else.
  standing ??= notifyFailure(why, { stays: true })
}
