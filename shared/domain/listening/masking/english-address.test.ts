import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'
import { maskText } from './mask-text.ts'

test.each([
  ['Flat C, 18/F, Block 5, Greenmist Garden, 27 Tin Yuen Road, Yuen Long', '***, Yuen Long'],
  ['8/26 Wattlebird Cres, Carlton', '***, Carlton'],
  ['behind No. 12 Tanyard Mews, Ludlow', 'behind ***, Ludlow'],
  ['deliver to The Old Forge, Little Haddon, please', 'deliver to ***, Little Haddon, please'],
  ['address is Rose Cottage, Mill End, Upper Slaughter', 'address is ***, Upper Slaughter'],
  [
    'ship it to Tianhe District, Guangzhou, number six, west fifth lane, Tangxia village, room three oh one',
    'ship it to Tianhe District, Guangzhou, ***',
  ],
  ['deliver to building 3, Lakeside garden, room 402', 'deliver to ***'],
  ['from 5 Jln Kembangan Pagi, the gate', 'from ***, the gate'],
])('the door, the floor and the way of an address go together: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  'Room temperature 26 degrees',
  'block 5 minutes then refresh',
  'a 2nd floor lamp, 40 Watt',
  'The Old Mill, Oxford is a pub',
  'first floor, second floor, third floor',
])('rooms and blocks of something else are no address: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each(['2 lane road closed', "it's a 2 lane road"])('how wide a road is stands: %s', (text) => {
  expect(maskText(text).text).toBe(text)
})
