import type { Id } from '../../shared/contract/values.ts'
import { chordLabels } from '../lib/chords.ts'
import { textsOf } from '../lib/i18n.ts'
import type { ActionId, KeyScope } from '../lib/key-map.ts'
import { actNow, useKeyRegistry } from '../lib/key-registry.ts'
import { chordsOf } from '../lib/keys.ts'
import { notify } from '../ui/notices.ts'

/** A page that takes longer has something to say itself; whoever waited so long is told where the action is. */
const LONGEST_WAIT_MS = 4_000
const BETWEEN_TRIES_MS = 40

type PageScope = Exclude<KeyScope, 'global' | 'dialog'>

/** Where actions of this scope are done; null: on every page, or in a dialog. */
export function pageOfScope(scope: KeyScope, runningId: Id | null): string | null {
  switch (scope) {
    case 'global':
    case 'dialog':
      return null
    case 'listen':
      return runningId === null ? '/listen' : `/listen/${runningId}`
    case 'review':
      return runningId === null ? '/sessions' : `/review/${runningId}`
    case 'calendar':
      return '/settings?section=calendar'
    case 'people':
      return '/settings?section=people'
    case 'silver':
      return '/silver-hair'
    case 'cases':
      return '/life'
    default:
      return `/${scope}`
  }
}

/** Does an action as soon as its page hears it; whatever is pressed meanwhile comes first. */
export function actOnArrival(id: ActionId, scope: KeyScope): void {
  let tries = LONGEST_WAIT_MS / BETWEEN_TRIES_MS
  const attempt = () => {
    tries -= 1
    if (actNow(id)) stop()
    else if (tries <= 0) {
      stop()
      tellWhere(id, scope)
    }
  }
  const timer = setInterval(attempt, BETWEEN_TRIES_MS)
  const stop = () => {
    clearInterval(timer)
    for (const hand of HANDS) window.removeEventListener(hand, stop, true)
  }
  // Not with the press that chose it, which still goes on.
  setTimeout(() => {
    for (const hand of HANDS) window.addEventListener(hand, stop, true)
  })
}

const HANDS = ['keydown', 'pointerdown'] as const

/** Says which key it is, and what has to be chosen before. */
export function tellWhere(id: ActionId, scope: KeyScope): void {
  const chord = chordsOf(id, useKeyRegistry.getState().remaps)[0] ?? ''
  const key = chordLabels(chord)
    .map((press) => press.join(' + '))
    .join(' ')
  notify({
    tone: 'info',
    title: () => textsOf('find')('where.title', { action: textsOf('keys')(`action.${id}`), key }),
    hint: () => (isPageScope(scope) ? textsOf('find')(`where.hint.${scope}`) : ''),
  })
}

const isPageScope = (scope: KeyScope): scope is PageScope => scope !== 'global' && scope !== 'dialog'
