import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { walkRows } from './walk-list.ts'

const held = () => document.activeElement?.textContent

test('rows of a table are walked by the first in each that can be pressed; one without any is passed over', () => {
  render(
    <table>
      <tbody>
        <tr>
          <td>
            <a href="#one">one</a>
            <button type="button">change one</button>
          </td>
        </tr>
        <tr>
          <td>damaged</td>
        </tr>
        <tr>
          <td>
            <input aria-label="words" />
            <button type="button">three</button>
          </td>
        </tr>
      </tbody>
    </table>,
  )
  const walk = (by: 1 | -1) => walkRows(screen.getByRole('table'), 'tr', by)
  expect([walk(1), held()]).toEqual([true, 'one'])
  screen.getByText('change one').focus()
  walk(1)
  expect(held()).toBe('three')
  walk(1)
  expect(held()).toBe('three')
  walk(-1)
  expect(held()).toBe('one')
})

test('where there is nothing to walk, the key is nobody’s', () => {
  render(<ul />)
  expect(walkRows(screen.getByRole('list'), 'li', 1)).toBe(false)
  expect(walkRows(null, 'li', 1)).toBe(false)
})
