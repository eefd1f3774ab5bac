import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Settings } from '../../shared/contract/house/settings.ts'
import { accepted } from './answers.ts'
import { drawAt, useTheme } from './appearance.ts'
import { client } from './client.ts'
import { speak } from './i18n.ts'
import { setRemaps } from './key-registry.ts'
import { rememberLook } from './remembered-look.ts'

export const settingsQuery = queryOptions({
  queryKey: ['settings', 'get'],
  queryFn: () => accepted(client.settings.get({})),
})

/** The preferences, once read; undefined before. Inside the Frame they are always there. */
export const useSettings = (): Settings | undefined => useQuery(settingsQuery).data

/** Looks that are painted, and on their way to the disk. */
let looksOnTheWay = 0

/** Until it is kept, what was read before does not take back the look that is painted. */
export async function whileLookIsKept<Answer>(keeping: Promise<Answer>): Promise<Answer> {
  looksOnTheWay += 1
  try {
    return await keeping
  } finally {
    looksOnTheWay -= 1
  }
}

/** Makes language, theme, size and keys of this window what the settings say. */
export function wearSettings({ language, theme, textSizePercent, keys }: Settings): void {
  setRemaps(keys)
  if (looksOnTheWay > 0) return
  speak(language)
  useTheme.setState({ theme })
  drawAt(textSizePercent)
  rememberLook({ language, theme, textSizePercent })
}
