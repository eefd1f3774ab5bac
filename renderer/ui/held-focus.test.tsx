import { afterEach, expect, test } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { holdFocusIn } from './held-focus.ts'

let stop = () => {}
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

function page() {
  document.body.innerHTML =
    '<div id="page"><main><section><button type="button">Sit down</button></section><input></main></div>'
  const whole = document.getElementById('page')
  if (whole === null) throw new Error('no page')
  stop = holdFocusIn(whole)
  const [button, around, field] = ['button', 'section', 'input'].map((one) => whole.querySelector<HTMLElement>(one))
  return { button: button as HTMLButtonElement, around, field: field as HTMLElement }
}

test('what has the focus and is disabled while its act runs leaves the keys with what stands around it', async () => {
  const { button, around } = page()
  button.focus()
  button.disabled = true
  await expect.poll(() => document.activeElement, patience).toBe(around)
  button.disabled = false
  expect(document.activeElement).toBe(around)
})

test('what is disabled after the keys went on takes them from nowhere', async () => {
  const { button, field } = page()
  button.focus()
  field.focus()
  button.disabled = true
  await new Promise((resolve) => queueMicrotask(() => resolve(null)))
  expect(document.activeElement).toBe(field)
})
