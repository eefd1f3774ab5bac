import { resolveConfig } from 'electron-vite'
import { expect, test } from 'vitest'

test.each([
  ['a build', 'build', 1],
  ['the server of npm run dev', 'serve', 0],
] as const)(
  'which masks it has is said by a build alone, not by a server that builds again with what was said at its start: %s',
  async (_, command, said) => {
    const { config } = await resolveConfig({ root: `${import.meta.dirname}/..`, logLevel: 'warn' }, command)
    expect(Object.keys(config?.main?.define ?? {}).filter((name) => name === 'MASKS_OF_THIS_BUILD')).toHaveLength(said)
  },
)
