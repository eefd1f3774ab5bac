import { render, screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { DangerKind } from '../../../../shared/contract/life-channel/danger.ts'
import { startTexts } from '../../../lib/i18n.ts'
import { Advice } from './Advice.tsx'

beforeAll(() => startTexts('zh'))

const toldOf = (kind: DangerKind): string => {
  const { unmount } = render(<Advice kinds={[kind]} />)
  const told = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  unmount()
  return told.join('\n')
}
const kindsToldOf = (words: RegExp) => DangerKind.options.filter((kind) => words.test(toldOf(kind)))

test('only where there may be gas is anybody told of windows and flames, only of what was swallowed to ask how much of it', () => {
  expect(kindsToldOf(/开窗|点火/)).toEqual(['gas'])
  expect(kindsToldOf(/吃了什么、多少/)).toEqual(['poisoning'])
})

test('whoever says that they want to die is asked plainly', () => {
  expect(kindsToldOf(/结束自己的生命/)).toEqual(['suicide', 'self_harm', 'lethal_question', 'farewell', 'despair'])
})

test('in every danger nobody hangs up', () => {
  expect(kindsToldOf(/不挂断/)).toEqual(DangerKind.options)
})

test('of two dangers at once nothing is told twice, as a line or as a part of one', () => {
  for (const one of DangerKind.options)
    for (const other of DangerKind.options) {
      const { unmount } = render(<Advice kinds={[one, other]} />)
      const parts = screen.getAllByRole('listitem').flatMap(({ textContent }) => textContent?.split(/[，；]/u) ?? [])
      unmount()
      expect(parts.filter((part, at) => parts.indexOf(part) !== at)).toEqual([])
    }
})
