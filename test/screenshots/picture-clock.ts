/**
 * The clock by which every picture is drawn, so that two drawings differ in what the product shows and in nothing else: a Wednesday morning, with bookings
 * before and after it in its week, and none so near that a reminder lies over what is shown. Loaded first by the program that draws, and by every shell and hub that it starts.
 */
const MOMENT = Date.parse('2026-11-18T09:40:00+08:00')

process.env.EARSHOT_PICTURES_AHEAD_MS ??= String(MOMENT - Date.now())
const aheadMs = Number(process.env.EARSHOT_PICTURES_AHEAD_MS)
const ofMachine = Date.now
const now = () => ofMachine() + aheadMs

globalThis.Date = new Proxy(Date, {
  construct: (target, given, wanted) => Reflect.construct(target, given.length === 0 ? [now()] : given, wanted) as Date,
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})

process.env.NODE_OPTIONS = `--import ${import.meta.url}`
