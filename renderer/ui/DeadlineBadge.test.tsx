import { render, screen } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { speak, startTexts } from '../lib/i18n.ts'
import { DeadlineBadge } from './DeadlineBadge.tsx'

const dueAt = '2026-09-18T06:30:00.000Z'
const minute = 60_000
const hour = 60 * minute

/** The badge at so many milliseconds after the deadline. */
function at(lateMs: number, isPaused = false) {
  const now = new Date(Date.parse(dueAt) + lateMs).toISOString()
  const { container } = render(<DeadlineBadge dueAt={dueAt} now={now} isPaused={isPaused} />)
  const badge = container.firstElementChild as HTMLElement
  return { words: badge.textContent, tone: badge.dataset.tone, look: badge.dataset.look, title: badge.title }
}

beforeAll(() => startTexts('zh'))

describe('a deadline', () => {
  test.each([
    [-2 * 24 * hour, '还剩 2 天', 'neutral'],
    [-5 * hour, '还剩 5 小时', 'neutral'],
    [-4 * hour, '还剩 4 小时', 'neutral'],
    [-4 * hour + 1, '还剩 3 小时', 'soon'],
    [-1 * minute, '还剩 1 分钟', 'soon'],
    [0, '还剩 不到 1 分钟', 'soon'],
  ])('%i ms after it: %s', (lateMs, words, tone) => {
    expect(at(lateMs)).toMatchObject({ words, tone, look: 'soft' })
  })

  test.each([
    [1, '超时 不到 1 分钟'],
    [minute - 1, '超时 不到 1 分钟'],
    [minute, '超时 1 分钟'],
    [59 * minute, '超时 59 分钟'],
    [hour, '超时 1 小时'],
    [3 * 24 * hour, '超时 3 天'],
  ])('%i ms after it: %s, to be seen at once', (lateMs, words) => {
    expect(at(lateMs)).toMatchObject({ words, tone: 'risk', look: 'filled' })
  })

  test('that is paused is neither left nor overdue, however late', () => {
    for (const lateMs of [-hour, 1, 3 * hour])
      expect(at(lateMs, true)).toMatchObject({ words: '停表', tone: 'neutral' })
  })

  test('tells its exact time when pointed at, in both languages', () => {
    expect(at(0).title).toMatch(/^截止 .*14:30/)
    speak('en')
    expect(at(minute).words).toBe('1 minute overdue')
    expect(screen.getAllByTitle(/14:30/)).not.toHaveLength(0)
    speak('zh')
  })
})
