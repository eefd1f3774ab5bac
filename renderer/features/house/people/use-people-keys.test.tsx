import { screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { usePeopleKeys } from './use-people-keys.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const people = ['王敏', '陈思远', '李娜'].map(
  (name): Person => ({
    ...{ id: name, name, department: '', role: 'listener', employeeNumber: null, email: null },
    ...{ joinedOn: null, version: 0 },
  }),
)
const keys = { onMerge: () => true, onTwins: vi.fn(), onChoose: vi.fn(), onEdit: vi.fn() }

function List({ mayChange }: { mayChange: boolean }) {
  const table = useRef<HTMLTableElement>(null)
  usePeopleKeys(table, people, mayChange, keys)
  return (
    <table ref={table}>
      <tbody>
        {people.map(({ id, name }) => (
          <tr key={id} data-person={id}>
            <td>
              <button type="button">{name}</button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

test('J walks the list; X chooses and E changes whoever the row with the focus is about', async () => {
  page.show(<List mayChange />)
  await page.user.keyboard('xe')
  expect([keys.onChoose.mock.calls, keys.onEdit.mock.calls]).toEqual([[], []])
  await page.user.keyboard('jjxke')
  expect([keys.onChoose.mock.calls, keys.onEdit.mock.calls]).toEqual([[[people[1]]], [[people[0]]]])
  expect(document.activeElement).toBe(screen.getByText('王敏'))
})

test('where nobody may change the list, no key of it is heard', async () => {
  vi.clearAllMocks()
  page.show(<List mayChange={false} />)
  await page.user.keyboard('jxed')
  expect([keys.onChoose.mock.calls, keys.onTwins.mock.calls]).toEqual([[], []])
})
