import type { Id } from '../../../shared/contract/values.ts'
import { client } from '../../lib/client.ts'

/** Asked anew: another one may sit down while something is on its way to be told. */
export async function whoSitsHere(): Promise<Id | null> {
  const settings = await client.settings.get({})
  return settings.ok ? settings.value.me : null
}
