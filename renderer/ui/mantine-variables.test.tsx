import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { theme } from './theme.ts'

/** For both themes, for the light one, for the dark one: what each name stands for. */
function variablesOf(css: string) {
  const blockOf = (selector: RegExp) =>
    css.match(new RegExp(`(?:^|\\n|\\})\\s*${selector.source}[^{]*\\{([^}]*)\\}`))?.[1] ?? ''
  const valuesIn = (block: string) =>
    new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
  return {
    both: valuesIn(blockOf(/:root(?!\[)/)),
    light: valuesIn(blockOf(/:root\[data-mantine-color-scheme="light"\]/)),
    dark: valuesIn(blockOf(/:root\[data-mantine-color-scheme="dark"\]/)),
  }
}

test('the variables written down are those that Mantine makes of the theme, but for what is our own token', () => {
  render(<MantineProvider theme={theme} withGlobalClasses={false} />)
  const made = variablesOf(document.querySelector('style[data-mantine-styles]')?.textContent ?? '')
  const written = variablesOf(readFileSync(join(import.meta.dirname, 'mantine-variables.css'), 'utf8'))
  expect(made.both.size).toBeGreaterThan(30)
  for (const [name, value] of made.both)
    if (name !== '--mantine-primary-color-filled' && name !== '--mantine-primary-color-filled-hover')
      expect([name, written.both.get(name)]).toEqual([
        name,
        name === '--mantine-line-height' ? 'var(--leading)' : value,
      ])
  for (const scheme of ['light', 'dark'] as const) {
    const accents = [...made[scheme]].filter(([name]) => name.includes('petrol'))
    expect(accents.length).toBeGreaterThan(5)
    expect(accents).toEqual([...written[scheme]])
  }
})
