import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ["my plate's nine b w t two oh three, california", "my plate's 9B*****, california"],
  ['yeah the registration y d one six f j c, blue corsa', 'yeah the registration YD*****, blue corsa'],
  ["it's a private plate, b one g l z, don't laugh", "it's a private plate, B1*****, don't laugh"],
  ["here about the courtesy car, mine's s f one nine k o u", "here about the courtesy car, mine's SF*****"],
  ['Breakdown on the A14, reg wx71dhe, silver Fiesta', 'Breakdown on the A14, reg WX*****, silver Fiesta'],
  ['private plate J4 MES, wants it transferred', 'private plate J4*****, wants it transferred'],
  ['a white Transit, GN 23 PLO, let him through', 'a white Transit, GN*****, let him through'],
  ['Our van BX70\n KRE clipped a wing mirror', 'Our van BX***** clipped a wing mirror'],
  ['厂家送货苏E\n5K81N，到仓后打前台', '厂家送货苏E*****，到仓后打前台'],
  ['reg number hv19tfd, hired', 'reg number HV*****, hired'],
  ['licence plate abc 1234, Texas', 'licence plate AB*****, Texas'],
  ['number plate on the hire car is E X 2 1 W P M', 'number plate on the hire car is EX*****'],
  ["my reg, that's b d fifty one s m r, the red micra", "my reg, that's BD*****, the red micra"],
  ['license plate, seven golf hotel romeo two two four', 'license plate, 7G*****'],
])('a plate is hidden as it is told by whoever takes no care: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  'the plate arrived broken, 10 inch blue',
  'dinner plate 26CM x 2 missing',
  'plates set of 12, size A4',
  'registration is free for 2 people',
  'plate is 3mm thick',
  'registration for the 5k run on 12 june',
  'registration fee was 12 pounds',
  'reg the warranty by 30 Nov',
  'plates: 6 large 6 small',
  'number plate holder, 52 x 11 cm',
  'plate B on the machine is 3 mm out',
  'trainers EU 42 RED for the car boot',
  '江苏A12345款到货了',
])('what is eaten from, bolted on or filled in is no plate: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
