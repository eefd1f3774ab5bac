import { type TextSize, textSizes } from '../../shared/contract/house/text-sizes.ts'
import { steppedTextSize, type TextSizeStep } from '../../shared/domain/house/text-size.ts'
import { drawAt, useTextSize, useTheme } from '../lib/appearance.ts'
import { client } from '../lib/client.ts'
import { currentLanguage, speak } from '../lib/i18n.ts'
import { whileKept } from '../lib/settings.ts'
import { ask } from '../ui/ask.ts'

type Look = { theme: 'light' | 'dark' } | { language: 'zh' | 'en' } | { textSizePercent: TextSize }

/** Painted at once, then kept; a failure to keep it is told, the paint stays. */
const keep = (look: Look): Promise<unknown> => whileKept(look, ask(client.settings.save(look)))

export async function switchTheme(): Promise<void> {
  const isDark = document.documentElement.dataset.mantineColorScheme === 'dark'
  const theme = isDark ? 'light' : 'dark'
  useTheme.setState({ theme })
  await keep({ theme })
}

export async function switchLanguage(): Promise<void> {
  const language = currentLanguage() === 'zh' ? 'en' : 'zh'
  speak(language)
  await keep({ language })
}

/** One step larger or smaller, or back to 100 %. */
export async function stepTextSize(step: TextSizeStep): Promise<void> {
  const now = useTextSize.getState().percent
  const textSizePercent = steppedTextSize(textSizes, now, step)
  if (textSizePercent === now) return
  drawAt(textSizePercent)
  await keep({ textSizePercent })
}
