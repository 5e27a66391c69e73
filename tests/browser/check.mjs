// Looks at pages in a browser and prints what is wrong with them, a JSON list. The task comes as JSON:
// { "bases": ["file:///…/", "http://127.0.0.1:…/"], "pages": ["index.html", …], "screenshots": {name: page}, "to": folder }
//
// Every page is seen from every base: nothing may be asked of another host, nothing may fail, nothing
// may be said on the console; no width makes it scroll sideways; it says what it says with scripts off.
// From the first base it is put to axe-core, light and dark, and is gone through by keyboard.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const installed = createRequire(`${process.env.PORTBOOK_BROWSER}/`);
const load = (name) => import(pathToFileURL(installed.resolve(name)));

// A phone, a tablet, a desk; and a sheet of A4 between its margins.
const WIDTHS = [360, 768, 1440];
const SHEET = 718;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

async function browser() {
  // The package brings the libraries and fonts the browser needs, if it is told that there are none.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packed } = await load('@sparticuz/chromium');
  const { chromium } = (await load('playwright-core')).default;
  const executablePath = process.env.PORTBOOK_CHROMIUM || (await packed.executablePath());
  return chromium.launch({ executablePath, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
}

const task = JSON.parse(readFileSync(0, 'utf8'));
const found = [];
const axe = readFileSync(installed.resolve('axe-core/axe.min.js'), 'utf8');
const chromium = await browser();

/** A page whose requests, errors and console are watched. */
async function open(context, base, path) {
  const page = await context.newPage();
  const say = (what, detail) => found.push({ page: path, base, what, detail });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) say('request', request.url());
  });
  page.on('requestfailed', (request) => say('failed', request.url()));
  page.on('response', (answer) => answer.status() >= 400 && say('status', `${answer.status()} ${answer.url()}`));
  page.on('pageerror', (error) => say('error', String(error)));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && say('console', message.text()));
  await page.goto(new URL(path, base).href, { waitUntil: 'load' });
  return [page, say];
}

async function overflows(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function seen(base, path, said) {
  const context = await chromium.newContext({ viewport: { width: WIDTHS[0], height: 900 } });
  const [page, say] = await open(context, base, path);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const over = await overflows(page);
    if (over > 0) say('overflow', `${over} pixels too wide at ${width}`);
  }
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: SHEET, height: 1000 });
  // A publisher's table is as wide as it was printed.
  const over = (await page.locator('table.printed').count()) ? 0 : await overflows(page);
  if (over > 0) say('overflow', `${over} pixels too wide on paper`);
  said.push((await page.textContent('main'))?.length ?? 0);
  await context.close();
}

async function withoutScripts(base, path) {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const [page, say] = await open(context, base, path);
  const heading = (await page.locator('h1').allTextContents()).join('').trim();
  if (!heading) say('scripts off', 'no h1');
  if ((await page.locator('main').innerText()).trim().length < 40) say('scripts off', 'says nothing');
  await context.close();
}

async function usable(base, path) {
  // Its own scripts have been watched; the checker's is let in.
  const context = await chromium.newContext({ bypassCSP: true, viewport: { width: 1024, height: 900 } });
  const [page, say] = await open(context, base, path);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  if (!first.startsWith('#')) say('keyboard', `the first stop is ${first || 'nothing'}, expected a link past the navigation`);
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((values) => axe.run(document, { preload: false, runOnly: { type: 'tag', values } }), RULES);
    for (const { id, nodes } of violations) say(`axe ${id}`, `${colorScheme}: ${nodes.length} times, as ${nodes[0].html.slice(0, 200)}`);
  }
  await context.close();
}

const said = [];
for (const path of task.pages) {
  for (const base of task.bases) await seen(base, path, said);
  await withoutScripts(task.bases[0], path);
  await usable(task.bases[0], path);
}
for (const [name, path] of Object.entries(task.screenshots ?? {})) {
  const page = await chromium.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(new URL(path, task.bases[0]).href);
  await page.screenshot({ path: `${task.to}/${name}.png` });
}
console.log(JSON.stringify({ browser: chromium.version(), pages: task.pages.length, characters: said, found }));
await chromium.close();
