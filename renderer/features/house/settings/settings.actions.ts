import type { Settings } from '../../../../shared/contract/house/settings.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { WhyNot } from '../../../lib/failure.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { actionIds } from '../../../lib/key-map.ts'
import { takeSettings, whileKept } from '../../../lib/settings.ts'
import { taking } from '../../../lib/touched-fields.ts'

/** Keeps these preferences. Null: kept; else the words why not. How things look is seen before it is kept; all else is only known once it was taken. */
export async function saveSettings(change: Partial<Settings>): Promise<WhyNot | null> {
  const t = textsOf('settings')
  const answer = await whileKept(isLook(change) ? change : {}, taking(client.settings.save(change)))
  if (answer.ok) {
    takeSettings(answer.value)
    return null
  }
  if (isDoorRefusal(answer)) return () => failureOf(answer)
  switch (answer.code) {
    case 'key_clash': {
      const names = () => answer.detail.actions.map(actionName).join(t('keys.and'))
      return () => ({ title: textsOf('keys')('clash', { action: names() }) })
    }
    case 'key_reserved':
      return () => ({ title: t('keys.reserved', { action: actionName(answer.detail.action) }) })
    default:
      return assertNever(answer)
  }
}

const isLook = (change: Partial<Settings>): boolean =>
  'language' in change || 'theme' in change || 'textSizePercent' in change

function actionName(action: string): string {
  const known = actionIds().find((id) => id === action)
  return known === undefined ? action : textsOf('keys')(`action.${known}`)
}
