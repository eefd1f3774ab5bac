import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { startTexts } from '../lib/i18n.ts'
import { Notices } from './Notices.tsx'
import { notify } from './notices.ts'

startTexts('zh')

test('what a notice says of several things stands line by line', async () => {
  render(<Notices />, { wrapper: MantineProvider })
  notify({ tone: 'info', title: () => '2 份文件', hint: () => '退货.json：已放在这一通旁边\n券.json：一通只放一份' })
  expect(await screen.findByText('退货.json：已放在这一通旁边')).toBeTruthy()
  expect(screen.getByText('券.json：一通只放一份')).toBeTruthy()
})
