import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['Leeds LS6 2AB', 'Leeds ***'],
  ['postcode LS62AB', 'postcode ***'],
  ['she lives in M14 5TQ', 'she lives in ***'],
  ['deliver to 14 Larch Grove, Stockport SK4 3PQ', 'deliver to ***, Stockport ***'],
  ['fourteen Larch Grove, Stockport, S K four, three P Q', '***, Stockport, ***'],
  ['1420 Elm Street, Springfield, IL 62704', '***, Springfield, IL ***'],
  ['billing 2201 N Halvorsen Ave, Ste 400, Duluth, MN 55806', 'billing ***, Duluth, MN ***'],
  ['14 beech road, didsbury', '***, didsbury'],
  ['send to 22 acacia avenue, sutton', 'send to ***, sutton'],
  ['rang from Thornbury Court, room 12, the care home', 'rang from ***, the care home'],
])('codes of the post and small ways are hidden as streets are: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  'Galaxy S24 8GB black',
  'order 3 of model LS6 2AB-x',
  '14 road bikes left',
  '30 minute road test',
  'E27 4PK bulbs',
  'N95 3PL masks',
  'sizes M8 3PK and M10 5PK',
  'B12 5UP cream is out of stock',
  'ME3 9AB is the model of the lens',
  'CA 90210 poster',
])('goods that are numbered so are not: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
