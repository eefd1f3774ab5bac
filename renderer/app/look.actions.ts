import { isDoorRefusal } from '../lib/answers.ts'
import { useTheme } from '../lib/appearance.ts'
import { client } from '../lib/client.ts'
import { failureOf } from '../lib/errors.ts'
import { currentLanguage, speak } from '../lib/i18n.ts'
import { notifyFailure } from '../ui/notices.ts'

type Look = { theme: 'light' | 'dark' } | { language: 'zh' | 'en' }

/** Painted at once, then kept; a failure to keep it is told, the paint stays. */
async function keep(look: Look): Promise<void> {
  try {
    const answer = await client.settings.save(look)
    if (isDoorRefusal(answer)) notifyFailure(failureOf(answer))
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
}

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
