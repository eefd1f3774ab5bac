import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The accent in ten steps, for the few kit parts that ask Mantine for a shade; everything else reads tokens.css. */
const petrol: MantineColorsTuple = [
  '#e0f0f2',
  '#c5e2e6',
  '#9ccbd2',
  '#74cbd8',
  '#58bccb',
  '#2f93a4',
  '#0b6475',
  '#08505e',
  '#063f4b',
  '#042f38',
]

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 4 },
  colors: { petrol },
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: {
    xs: 'var(--text-12)',
    sm: 'var(--text-13)',
    md: 'var(--text-14)',
    lg: 'var(--text-16)',
    xl: 'var(--text-20)',
  },
  radius: {
    xs: 'var(--radius-s)',
    sm: 'var(--radius-s)',
    md: 'var(--radius-m)',
    lg: 'var(--radius-l)',
    xl: 'var(--radius-l)',
  },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
})
