import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Settings } from '../../shared/contract/house/settings.ts'
import { accepted } from './answers.ts'
import { drawAt, useTheme } from './appearance.ts'
import { client } from './client.ts'
import { speak } from './i18n.ts'
import { setRemaps } from './key-registry.ts'
import { queryClient } from './query-client.ts'
import { rememberLook } from './remembered-look.ts'

export const settingsQuery = queryOptions({ queryKey: ['settings', 'get'], queryFn: readSettings })

/** The preferences, once read; undefined before. Inside the Frame they are always there. */
export const useSettings = (): Settings | undefined => useQuery(settingsQuery).data

/** What was chosen in this window and is on its way to the disk. */
const onTheWay = new Set<Partial<Settings>>()
let timesKept = 0

const asChosen = (settings: Settings): Settings => Object.assign({}, settings, ...onTheWay)

/** What was asked for before a choice was kept may be answered after it: it is asked for once more. */
async function readSettings(): Promise<Settings> {
  const before = timesKept
  const settings = await accepted(client.settings.get({}))
  return before === timesKept ? asChosen(settings) : readSettings()
}

/** Preferences as main answers them when it has kept a change. */
export const takeSettings = (settings: Settings): unknown =>
  queryClient.setQueryData(settingsQuery.queryKey, asChosen(settings))

/** For a choice that is seen at once: it holds from here on, and until it is kept nothing that was read before takes it back. It stays where it cannot be kept. */
export async function whileKept<Answer>(choice: Partial<Settings>, keeping: Promise<Answer>): Promise<Answer> {
  onTheWay.add(choice)
  queryClient.setQueryData(settingsQuery.queryKey, (known) => known && asChosen(known))
  try {
    return await keeping
  } finally {
    onTheWay.delete(choice)
    timesKept += 1
  }
}

/** Makes language, theme, size and keys of this window what the settings say. */
export function wearSettings({ language, theme, textSizePercent, keys }: Settings): void {
  setRemaps(keys)
  speak(language)
  useTheme.setState({ theme })
  drawAt(textSizePercent)
  rememberLook({ language, theme, textSizePercent })
}
