import { render } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { TicketState } from '../../../shared/contract/tickets/tickets.ts'
import { speak, startTexts } from '../../lib/i18n.ts'
import { PriorityBadge, StateBadge } from './StateBadge.tsx'

beforeAll(() => startTexts('zh'))

const look = (badge: React.ReactElement) => {
  const element = render(badge).container.firstElementChild as HTMLElement
  return [element.textContent, element.dataset.tone, element.dataset.look]
}

test('the colour of a state says who has to act: an owner to come, somebody at work, nobody', () => {
  expect(TicketState.options.map((state) => look(<StateBadge state={state} />))).toEqual([
    ['待认领', 'soon', 'soft'],
    ['处理中', 'accent', 'soft'],
    ['待补充', 'neutral', 'soft'],
    ['待第三方', 'neutral', 'soft'],
    ['已解决', 'praise', 'soft'],
    ['已回访', 'praise', 'soft'],
    ['已关闭', 'neutral', 'outline'],
    ['已驳回', 'neutral', 'outline'],
  ])
})

test('every state has an icon of its own meaning and a word in each language', () => {
  speak('en')
  const words = TicketState.options.map((state) => look(<StateBadge state={state} />)[0])
  speak('zh')
  expect(new Set(words).size).toBe(TicketState.options.length)
  for (const word of words) expect(word).toMatch(/^[A-Z][a-z ]+$/)
})

test('only the two priorities that press have a colour', () => {
  expect(([1, 2, 3, 4] as const).map((priority) => look(<PriorityBadge priority={priority} />))).toEqual([
    ['P1 紧急', 'risk', 'soft'],
    ['P2 高', 'soon', 'soft'],
    ['P3 普通', 'neutral', 'outline'],
    ['P4 低', 'neutral', 'outline'],
  ])
})
