import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { countEach } from '../../../../shared/domain/duty/duty-kinds.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import type { DutyRow } from './duty-rows.ts'
import { Forecast } from './Forecast.tsx'

let page: TestWindow
afterEach(() => page.close())

test('where only trips are owed no seats are counted', async () => {
  page = await aWindow()
  const missing = { ...countEach(() => 0), trip: 1 }
  const row = { missing } as Partial<DutyRow> as DutyRow
  page.show(<Forecast year={2026} thisYear={2026} rows={[row]} department={null} placesLeft={5} />)
  expect(screen.getByRole('status').textContent).toBe('1 人还欠，都只欠下一线，不占席位')
})
