import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { IconButton } from './IconButton.tsx'
import { fetchTooltip } from './Tooltip.tsx'

// As a window does when it has nothing else to do.
beforeAll(async () => void (await fetchTooltip()))

const shown = () => screen.queryByRole('tooltip')

function aButton() {
  const pressed: string[] = []
  render(
    <MantineProvider env="test">
      <IconButton icon={<i />} label="交换" chord="X" onClick={() => pressed.push('press')} />
      <button type="button">别处</button>
    </MantineProvider>,
  )
  return { button: screen.getByLabelText('交换'), pressed }
}

test('a hand that stays at a control is told its words and its key; one that leaves is told nothing more', async () => {
  const { button } = aButton()
  // Looked at in the same turn: on a busy machine a hand takes longer to arrive than it has to stay.
  fireEvent.pointerEnter(button)
  expect(shown()).toBeNull()
  expect((await screen.findByRole('tooltip')).textContent).toBe('交换X')
  await userEvent.unhover(button)
  expect(shown()).toBeNull()
})

test('keys that come to a control are told at once, and its words describe it', async () => {
  const { button } = aButton()
  await userEvent.tab()
  expect(document.activeElement).toBe(button)
  expect(shown()?.textContent).toBe('交换X')
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe('交换X')
  await userEvent.tab()
  expect(shown()).toBeNull()
  expect(button.hasAttribute('aria-describedby')).toBe(false)
})

test('Esc and a press take the words away, and the press is done', async () => {
  const { button, pressed } = aButton()
  await userEvent.tab()
  fireEvent.keyDown(button, { key: 'Escape' })
  expect(shown()).toBeNull()
  await userEvent.hover(button)
  await screen.findByRole('tooltip')
  await userEvent.click(button)
  expect(shown()).toBeNull()
  expect(pressed).toEqual(['press'])
})

test('a pointer that was left on a control says nothing over what is typed elsewhere', async () => {
  const { button } = aButton()
  await userEvent.hover(button)
  await screen.findByRole('tooltip')
  fireEvent.keyDown(screen.getByText('别处'), { key: '客' })
  expect(shown()).toBeNull()
})

test('the control that had the focus is the same element after its words were shown', async () => {
  const { button } = aButton()
  await userEvent.tab()
  await userEvent.hover(button)
  expect(screen.getByLabelText('交换')).toBe(button)
  expect(document.activeElement).toBe(button)
})

test('a control that is off says its words to a hand all the same', async () => {
  render(
    <MantineProvider env="test">
      <IconButton icon={<i />} label="上一页" disabled />
    </MantineProvider>,
  )
  await userEvent.hover(screen.getByLabelText('上一页'))
  expect((await screen.findByRole('tooltip')).textContent).toBe('上一页')
})
