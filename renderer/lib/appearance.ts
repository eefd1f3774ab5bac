import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import type { Settings } from '../../shared/contract/house/settings.ts'
import type { Language } from './i18n.ts'

export type Theme = Settings['theme']

/** Settings own the theme; this is the copy the window paints with, so that a switch is seen at once. */
export const useTheme = create<{ theme: Theme }>()(() => ({ theme: 'system' }))

const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

/** What is painted now. */
export function useColorScheme(): 'light' | 'dark' {
  const theme = useTheme((state) => state.theme)
  const isSystemDark = useSyncExternalStore(
    (changed) => {
      systemDark.addEventListener('change', changed)
      return () => systemDark.removeEventListener('change', changed)
    },
    () => systemDark.matches,
  )
  return theme === 'system' ? (isSystemDark ? 'dark' : 'light') : theme
}

const KEPT_AS = 'earshot.look'

/** Remembered in the window only so that the first paint has the right language and ground. */
export function rememberLook(look: { language: Language; theme: Theme }): void {
  localStorage.setItem(KEPT_AS, `${look.language} ${look.theme}`)
}

export function rememberedLook(): { language: string | null; theme: Theme } {
  const [language, theme] = localStorage.getItem(KEPT_AS)?.split(' ') ?? []
  return { language: language ?? null, theme: theme === 'light' || theme === 'dark' ? theme : 'system' }
}

/** Before React paints: the ground of the right theme instead of a white flash. */
export function paintGround(theme: Theme): void {
  useTheme.setState({ theme })
  const isDark = theme === 'dark' || (theme === 'system' && systemDark.matches)
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light'
}
