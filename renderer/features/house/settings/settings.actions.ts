import type { Settings } from '../../../../shared/contract/house/settings.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { WhyNot } from '../../../lib/failure.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { actionIds } from '../../../lib/key-map.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { settingsQuery, whileLookIsKept } from '../../../lib/settings.ts'
import { taking } from '../../../lib/touched-fields.ts'

/** Keeps these preferences. Null: kept; else the words why not. */
export async function saveSettings(change: Partial<Settings>): Promise<WhyNot | null> {
  const t = textsOf('settings')
  const answer = await whileLookIsKept(taking(client.settings.save(change)))
  if (answer.ok) {
    queryClient.setQueryData(settingsQuery.queryKey, answer.value)
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

function actionName(action: string): string {
  const known = actionIds().find((id) => id === action)
  return known === undefined ? action : textsOf('keys')(`action.${known}`)
}
