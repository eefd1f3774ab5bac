import { MantineContext, MantineThemeProvider } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { theme } from './theme.ts'

const nothing = () => {}

/**
 * What Mantine's parts look up. Its own provider reckons all of its CSS variables when it is loaded, to compare with; ours stand in
 * mantine-variables.css.
 */
export function KitProvider({ colorScheme, children }: { colorScheme: 'light' | 'dark'; children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.dataset.mantineColorScheme = colorScheme
  }, [colorScheme])
  const value = useMemo(
    () => ({
      ...{ colorScheme, setColorScheme: nothing, clearColorScheme: nothing },
      getRootElement: () => document.documentElement,
      classNamesPrefix: 'mantine',
      cssVariablesSelector: ':root',
      withStaticClasses: true,
    }),
    [colorScheme],
  )
  return (
    <MantineContext value={value}>
      <MantineThemeProvider theme={theme}>{children}</MantineThemeProvider>
    </MantineContext>
  )
}
