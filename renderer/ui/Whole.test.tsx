import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Whole } from './Whole.tsx'

test.each([
  ['9月21日 周一 18:30–20:00 3号席 已由 李强 预约', ['9月21日 周一', '18:30–20:00', '3号席']],
  ['2027年1月4日 周一 09:00，到 10:30。', ['2027年1月4日 周一', '09:00', '10:30']],
  ['Seat 3, Mon 4 Jan 2027 18:30–20:00 (UTC+2)', ['Seat 3', 'Mon 4 Jan 2027', '18:30–20:00 (UTC+2)']],
  ['还留 15 分钟，12 seats are left for 2 days', ['15 分钟', '2 days']],
  ['没有时间', []],
  ['', []],
])('%j keeps together %j, and reads and copies as it is', (words, whole) => {
  const { container } = render(<Whole words={words} />)
  expect(container.textContent).toBe(words)
  expect([...container.querySelectorAll('.whole')].map((piece) => piece.textContent)).toEqual(whole)
})
