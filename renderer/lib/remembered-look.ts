import type { Settings } from '../../shared/contract/house/settings.ts'
import { type TextSize, textSizes } from '../../shared/contract/house/text-sizes.ts'
import type { Theme } from './appearance.ts'
import type { Language } from './i18n.ts'

const KEPT_AS = 'earshot.look'

/** Remembered in the window only so that the first paint has the right language, ground and size. */
export function rememberLook(look: Pick<Settings, 'language' | 'theme' | 'textSizePercent'>): void {
  localStorage.setItem(KEPT_AS, `${look.language} ${look.theme} ${look.textSizePercent}`)
}

export function rememberedLook(): { language: string | null; theme: Theme; textSizePercent: TextSize } {
  const [language, theme, percent] = localStorage.getItem(KEPT_AS)?.split(' ') ?? []
  return {
    language: language ?? null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    textSizePercent: textSizes.find((known) => String(known) === percent) ?? 100,
  }
}

/** The language to begin with, before settings are read: the last one used here, else the system's. */
export function firstLanguage(remembered: string | null, systemLanguages: readonly string[]): Language {
  if (remembered === 'zh' || remembered === 'en') return remembered
  return systemLanguages.some((tag) => tag.toLowerCase().startsWith('zh')) || systemLanguages.length === 0 ? 'zh' : 'en'
}
