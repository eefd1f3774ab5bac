import { type Say, textsOf } from '../lib/i18n.ts'
import { notify, notifySuccess } from './notices.ts'

/** Copies and says so. A browser may refuse (no focus, a page without a lock, a policy): then the text stands there to be copied by hand. */
export async function copyText(text: string, copied: Say): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    return void notify({ tone: 'failure', title: () => textsOf('common')('copy.refused'), byHand: text })
  }
  notifySuccess(copied)
}
