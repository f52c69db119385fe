// Opens a page of `mrt --format html` in Chromium and uses it as a reader does:
// by mouse, by keyboard, in a narrow window, in the dark, and without script.
// usage: node page.js PAGE.html MILLISECONDS [PICTURES]
'use strict'
const { chromium } = require('playwright-core')
const fs = require('fs')
const path = require('path')

const [page, limit, pictures] = process.argv.slice(2)
const address = 'file://' + path.resolve(page)
const faults = []
const want = (ok, what) => { if (!ok) faults.push(what) }

async function open(browser, options) {
  const context = await browser.newContext(options)
  const p = await context.newPage()
  p.on('console', m => faults.push('console: ' + m.text()))
  p.on('pageerror', e => faults.push('error: ' + e.message))
  p.on('request', r => { if (r.url() !== address && !r.url().startsWith('data:')) faults.push('request: ' + r.url()) })
  await p.goto(address)
  if (pictures) await p.screenshot({ path: path.join(pictures, options.name + '.png') })
  return p
}

const fewRows = 50

// axe looks at labels, contrast, structure and focus order. A long history has
// the same parts as a short one, only more of them, which takes it minutes.
async function axe(p, where) {
  if (await p.evaluate(() => document.querySelectorAll('#list > li').length) > fewRows) return
  await p.evaluate(fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await p.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
  for (const v of found.violations) faults.push(`axe, ${where}: ${v.id} (${v.nodes.length}): ${v.help}: ${v.nodes[0].html.slice(0, 200)}`)
}

// speed is how long it takes from the start of the page's life until the search
// has narrowed the list.
async function speed(browser) {
  let best = Infinity
  for (let i = 0; i < 5; i++) {
    const p = await open(browser, { name: 'speed', viewport: { width: 1280, height: 900 } })
    const ms = await p.evaluate(() => new Promise(done => {
      const q = document.getElementById('q')
      q.value = 'create'
      q.dispatchEvent(new Event('input'))
      requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    }))
    best = Math.min(best, ms)
    await p.context().close()
  }
  console.log(`usable after ${Math.round(best)} ms, ${fs.statSync(page).size} bytes`)
  want(best < +limit, `usable only after ${Math.round(best)} ms`)
}

const shown = p => p.evaluate(() => [...document.querySelectorAll('#list > li')].filter(r => r.offsetParent !== null).length)

async function withScript(browser) {
  const p = await open(browser, { name: 'light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
  const all = await shown(p)
  want(all > 0, 'no revisions')
  await p.keyboard.press('Tab')
  want(await p.evaluate(() => document.activeElement.className === 'skip'), 'the first stop is not the link past the head')
  await p.keyboard.press('Tab')
  want(await p.evaluate(() => document.activeElement.id === 'q'), 'the second stop is not the search')
  const id = await p.evaluate(() => document.querySelector('#list > li:last-child .id').textContent)
  await p.keyboard.type(id)
  const found = await shown(p)
  want(found >= 1 && found < Math.max(2, all), `the search for ${id} shows ${found} of ${all}`)
  want((await p.textContent('#shown')) !== '', 'the number of what is shown is not told')
  await p.keyboard.press('Escape')
  want(await shown(p) === all, 'Escape does not end the search')
  await p.focus('#list > li:first-child summary')
  await p.keyboard.press('ArrowDown')
  want(await p.evaluate(() => document.activeElement === document.querySelector('#list > li:nth-child(2) summary')), 'the arrow does not go down')
  await p.keyboard.press('Enter')
  await p.keyboard.press('n')
  const worst = await p.evaluate(() => document.querySelectorAll('.f-errors').length)
  want(worst === 0 || await p.evaluate(() => /f-(errors|warnings)/.test(document.activeElement.closest('li').className)), 'n does not go to a finding')
  await p.click('#all')
  want(await p.evaluate(() => [...document.querySelectorAll('details')].every(d => d.open)), 'not all are expanded')
  await axe(p, 'light')
  await p.click('#theme'); await p.click('#theme')
  await axe(p, 'dark by choice')
  want(await p.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is wider than its window')
  await p.context().close()
  return all
}

async function otherwise(browser) {
  const dark = await open(browser, { name: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' })
  await axe(dark, 'dark')
  await dark.context().close()
  const narrow = await open(browser, { name: 'narrow', viewport: { width: 360, height: 740 }, hasTouch: true })
  want(await narrow.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'narrow: the page is wider than its window')
  await axe(narrow, 'narrow')
  await narrow.context().close()
  const bare = await open(browser, { name: 'noscript', viewport: { width: 1280, height: 900 }, javaScriptEnabled: false })
  want(await bare.isHidden('#q'), 'without script: the search is shown')
  const first = bare.locator('.chip').first()
  await first.click()
  want(await bare.locator('#list > li:visible').count() > 0, 'without script: a filter shows nothing')
  await first.click()
  await bare.locator('#list > li > details:not([open]) > summary').first().click()
  want(await bare.locator('#list details[open] .meta').first().isVisible(), 'without script: a revision does not open')
  await bare.context().close()
}

;(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  try {
    await speed(browser)
    if (await withScript(browser) <= fewRows) await otherwise(browser)
  } finally {
    await browser.close()
  }
  for (const f of new Set(faults)) console.log(f)
  process.exit(faults.length ? 1 : 0)
})()
