import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hearKeys } from '../lib/key-registry.ts'
import { holdKeysForOpening, openingFailed } from '../lib/waiting-keys.ts'
import { useKeysForBox } from './use-keys-for-box.ts'

let stop: () => void
beforeEach(() => {
  stop = hearKeys()
})
afterEach(() => stop())

function Box() {
  const box = useRef<HTMLTextAreaElement>(null)
  useKeysForBox(box)
  return <textarea ref={box} aria-label="记录框" autoComplete="off" spellCheck={false} />
}

test('no word is lost that is typed on after something that was to open over the box did not come', async () => {
  render(<Box />)
  const isOver = holdKeysForOpening()
  openingFailed()
  isOver()
  await userEvent.setup().keyboard('he wants it back')
  expect(screen.getByLabelText('记录框')).toHaveProperty('value', 'he wants it back')
})
