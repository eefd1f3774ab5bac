import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import type { Settings } from '../../shared/contract/house/settings.ts'
import type { TextSize } from '../../shared/contract/house/text-sizes.ts'

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

/** How large everything is drawn; styles follow it in rem, this is for what reckons in pixels. */
export const useTextSize = create<{ percent: TextSize }>()(() => ({ percent: 100 }))

/** Pixels of the screen for one pixel of the design. */
export const useTextScale = (): number => useTextSize((state) => state.percent) / 100

/** Everything at once, before the next painting. The same size again would make the browser work out every style of the page anew. */
export function drawAt(percent: TextSize): void {
  const { style } = document.documentElement
  const scale = String(percent / 100)
  if (style.getPropertyValue('--text-scale') !== scale) style.setProperty('--text-scale', scale)
  useTextSize.setState({ percent })
}

/** Paper is light: the page is, too, as long as the printer takes it. */
export function printLight(): void {
  const { dataset } = document.documentElement
  let worn: string | undefined
  addEventListener('beforeprint', () => {
    // Said twice before it is over, the first time is the one that saw what was worn.
    worn ??= dataset.mantineColorScheme
    dataset.mantineColorScheme = 'light'
  })
  addEventListener('afterprint', () => {
    if (worn !== undefined) dataset.mantineColorScheme = worn
    worn = undefined
  })
}

/** Before React paints: the ground of the right theme instead of a white flash. */
export function paintGround(theme: Theme): void {
  useTheme.setState({ theme })
  const isDark = theme === 'dark' || (theme === 'system' && systemDark.matches)
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light'
}
