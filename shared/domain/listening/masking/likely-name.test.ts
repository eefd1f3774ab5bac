import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

const PEOPLE = [
  ...['Jon Farrow', "Siobhan O'Shaughnessy", 'Brandi Stoltzfus', 'Ekaterina Volkova', 'Xiuying Chen', 'Li Meiqi'],
  ...['ZHANG Meiqi', 'Selam Tesfay', 'Tomasz Wisniewski', 'Priya Raghunathan', 'Haruka Fujimoto', 'T J Rasmussen'],
  ...['Ahmed al-Rashid', 'Eoghan MacCionnaith', 'Szymon Kowalczuk', 'Catharine Smythe-Jones', 'Rhiannon ap Gwilym'],
]

test.each([
  ...[
    'caller @ reports no signal',
    'on behalf of @',
    'in the name @',
    '@ rang back, still no heat',
    '@ has moved house',
  ],
  ...['@ may discuss the account', '@ (tenant) reports a leak', '@, her son, will collect', "@'s direct debit bounced"],
  ...['message for @', 'emailed @ the form', 'payer @', 'policyholder @', 'power of attorney: @', 'father of @'],
  ...[
    'engineer @ never came',
    'booking under @',
    'is that @?',
    'Mr @ prefers paper bills',
    'put it in as @',
    '客户@，要发票',
  ],
])('who is told of in English is hidden, of whatever people: %s', (told) => {
  for (const name of PEOPLE) expect(maskText(told.replace('@', name)).text, name).not.toContain(name)
})

test.each([
  ['payer P. Hesketh, ref 12', 'payer P*, ref 12'],
  ['Mrs. Alvarez-Whitt threatened to complain', 'Mrs. A* threatened to complain'],
  ['Mr Haddad reports no picture', 'Mr H* reports no picture'],
  ['last name Sturgill', 'last name S*'],
])('%s', (told, masked) => expect(maskText(told).text).toBe(masked))

test.each([
  ...[
    'size M. Customer wants the other',
    'Option B. Refund it',
    'Fisher-Price toy',
    'Rolls-Royce part',
    'Tan Leather sofa',
  ],
  ...[
    'Mr Muscle is out of stock',
    'Made in China',
    'Han Fu dress',
    'Song Long',
    'a Harley-Davidson jacket',
    'McDonalds voucher',
  ],
  ...['Royal Mail has moved it', 'Service Team rang back', 'Cambridge Bridge', 'the Harley Quinn costume'],
])('things that are written so stay: %s', (told) => expect(maskText(told).text).toBe(told))
