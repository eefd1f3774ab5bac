import { expect, test } from 'vitest'
import { takeToken } from './token.ts'

function aPage(hash: string, kept: Record<string, string> = {}) {
  const shown: string[] = []
  const page = {
    location: { hash, pathname: '/tickets/7', search: '?state=open' },
    sessionStorage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value
      },
    },
    history: { state: null, replaceState: (_state: unknown, _title: string, address: string) => shown.push(address) },
  }
  return { page: page as unknown as Parameters<typeof takeToken>[0], shown, kept }
}

test('the token leaves the address and stays in the tab; path and query are kept', () => {
  const { page, shown, kept } = aPage('#token=abc_123-x')
  expect(takeToken(page)).toBe('abc_123-x')
  expect(shown).toEqual(['/tickets/7?state=open'])
  expect(takeToken(aPage('', kept).page)).toBe('abc_123-x')
})

test('a page opened without the link has none', () => {
  const { page, shown } = aPage('#main')
  expect(takeToken(page)).toBeNull()
  expect(shown).toEqual([])
})
