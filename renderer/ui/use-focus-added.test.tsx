import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { useFocusAdded } from './use-focus-added.ts'

function Lines() {
  const [lines, setLines] = useState(['one', 'two'])
  const { list, adder, added, removed, keyOf } = useFocusAdded<HTMLDivElement>()
  return (
    <div ref={list}>
      {lines.map((line, index) => (
        <div key={keyOf(index)}>
          <input aria-label={line} />
          <button
            type="button"
            onClick={() => {
              removed(index)
              setLines(lines.filter((_, at) => at !== index))
            }}
          >
            remove {line}
          </button>
        </div>
      ))}
      <button
        type="button"
        ref={adder}
        onClick={() => {
          added()
          setLines([...lines, `line ${lines.length + 1}`])
        }}
      >
        add
      </button>
    </div>
  )
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('what is half typed in a line stays in it when the line above is taken out, and a new line begins empty', async () => {
  render(<Lines />)
  await userEvent.type(screen.getByLabelText('one'), 'first')
  await userEvent.type(screen.getByLabelText('two'), 'half')
  await press('remove one')
  expect(screen.getByLabelText('two')).toHaveProperty('value', 'half')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'add' }))
  await press('add')
  expect(screen.getByLabelText('line 2')).toHaveProperty('value', '')
  expect(document.activeElement).toBe(screen.getByLabelText('line 2'))
})
