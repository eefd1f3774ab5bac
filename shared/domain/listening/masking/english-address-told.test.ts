import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['ship-to changed from PO Box 1173 to somewhere else', 'ship-to changed from *** to somewhere else'],
  ['APO addr Unit 45013 Box 2286, parcels take 3 wks', 'APO addr ***, parcels take 3 wks'],
  ['lives at 7 The Paddock, off Mill Street', 'lives at ***, off Mill Street'],
  ['send to The Hollies, Chapel Brow', 'send to ***'],
  ["my nan's at Ivy Bank, Station Road", "my nan's at ***"],
  ['it is 5 Bryn Awel, Bethesda', 'it is ***, Bethesda'],
  ['send to London, Oxford Street store', 'send to London, Oxford Street store'],
  ['sent to Tesco, Station Road', 'sent to Tesco, Station Road'],
  ['last train 23:58 Tanah Merah', 'last train 23:58 Tanah Merah'],
  ...['2 Tan leather belts', '3 Bryn mawr candles', 'sent to 3 Stores, none had it', 'sent to 1 Stop, closed'].map(
    (line) => [line, line],
  ),
  ...['went to Greggs, High Street', 'staying at Premier Inn, Bath Road', 'Block B room 9 air freshener'].map(
    (line) => [line, line],
  ),
  ...['sent it to Curry House, Brick Lane', 'sent to Zara, Oxford Street for return'].map((line) => [line, line]),
  ['moved to 2 Day shipping', 'moved to 2 Day shipping'],
  ['addr per gps: County Rd 340, second gate past the church, Burnet TX', 'addr per gps: ***, Burnet TX'],
  ['round the back of Tyddyn Mawr Farm, LL55 3PN', 'round the back of ***, ***'],
  ["new driver can't find Barn 2, Hollins Farm, Dirty Lane, Settle", "new driver can't find ***, Settle"],
  ["she's in room three twelve at Oakmead Care Home, Station Approach, Guildford", "she's in ***, Guildford"],
  ['student, Hartley Hall room C214, mailroom shut', 'student, ***, mailroom shut'],
  ['I live at nine eleven South Hickory, apartment two oh six, in Tulsa', 'I live at ***, in Tulsa'],
  ['gift itself to 62 Sycamore Ter, Dayton OH', 'gift itself to ***, Dayton OH'],
  ['leave it at number forty one station parade', 'leave it at ***'],
  ["it's upper brook cottage, chapel lane, just outside ludlow", "it's ***, just outside ludlow"],
  ['I live at 33a Station Approach', 'I live at ***'],
  ["I'm at a hundred and twelve byres road", "I'm at ***"],
])('houses without a number, lots and homes are hidden as streets are: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  'box 12 of 14 missing',
  'Highway 9 is closed',
  '2 Trail Mix Bars short',
  'to 2 new place settings',
  'collect from West Kirby',
  '12 Colour Circle Print',
])('boxes, highways and goods are none: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
