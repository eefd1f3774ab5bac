import type { LaunchOptions } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.mjs'

const executablePath = findChromium()
const isRoot = process.getuid?.() === 0

/** Chromium's own traffic off: no network request may leave the machine, and none may colour a measurement. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/**
 * What a window of the everyday browser loads for its address box costs each new one three times what opening it does; the console's own window
 * has no such box. Only the last list counts, so Playwright's own stands here, too.
 */
const withoutAddressBox = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/**
 * A driven browser has a debugger in it, and for a debugger each error tells where it was made. React makes its errors while the page's first
 * file is read, and V8 then reads all of that file again to know the place: a tenth of a start that nobody has without a debugger.
 * Places that are noted at the first reading are not looked for again.
 */
const withoutReadingTwice = '--js-flags=--no-enable-lazy-source-positions'

/** For whoever launches the installed Chromium: tests, stand-in, bench, screenshots. Its sandbox does not run as root. */
export const chromiumLaunch: LaunchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    ...quiet,
    withoutReadingTwice,
    `--disable-features=${withoutAddressBox.join(',')}`,
    ...(isRoot ? ['--no-sandbox'] : []),
  ],
}
