import type { Browser } from '@playwright/test';
import { launchChromium } from '../../e2e/support/chromium';
import { freePort } from '../../e2e/support/start-product';
import { median, type Figure } from './figure';
import type { BenchHouse } from './house';
import { audit, SLOW, type Audit } from './lighthouse';
import { weigh } from './page-weight';

const QUESTION = '/questionnaire/vous-et-nous/besoin';
const DEBTOR_PAGES = [
  '/accueil',
  '/questionnaire',
  '/questionnaire/reponses',
  '/ce-qui-m-est-demande',
  '/mes-accords',
  '/mes-accords/nouveau',
  '/mes-signaux',
  '/messages',
  '/mes-contacts',
  '/mes-donnees',
  '/mes-aides'
];
const PUBLIC_PAGES = [
  '/',
  '/entrer',
  '/aide',
  '/vos-droits',
  '/vos-donnees',
  '/mentions-legales',
  '/accessibilite',
  '/vous-l-avez-dit'
];
/** Pages whose largest paint is timed too; the others are made of the same frame. */
const TIMED_PUBLIC_PAGES = ['/', '/entrer', '/aide', '/mentions-legales'];
/** Each page is audited so often, and the middle figure kept. */
const RUNS = 3;

/** What a phone downloads and how soon it shows the page, through a real Chromium. */
export async function measurePages(house: BenchHouse): Promise<Figure[]> {
  // the names of the machine's own address decide whether Chromium accepts brotli without TLS
  const url = house.server.url.replace('127.0.0.1', 'localhost');
  const cookie = house.debtors[0]!;
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  try {
    return [
      ...(await weights(browser, url, cookie)),
      ...(await questionPage(port, `${url}${QUESTION}`, cookie)),
      ...(await publicPages(port, url))
    ];
  } finally {
    await browser.close();
  }
}

const KB = 1000;

async function weights(browser: Browser, url: string, cookie: string): Promise<Figure[]> {
  const figure = (name: string, value: number, unit: string, atMost: number): Figure => ({
    section: 'pages',
    name,
    value,
    unit,
    target: { atMost }
  });
  const question = await weigh(browser, url, QUESTION, cookie);
  const figures = [
    figure('question page: JavaScript', question.scriptBytes / KB, 'KB', 35),
    figure('question page: in all', question.bytes / KB, 'KB', 50),
    figure('question page: requests', question.requests, '', 14)
  ];
  for (const page of DEBTOR_PAGES) {
    const { status, scriptBytes } = await weigh(browser, url, page, cookie);
    figures.push(
      figure(`${page}: JavaScript${missing(status)}`, status === 200 ? scriptBytes / KB : NaN, 'KB', 40)
    );
  }
  const simulator = await weigh(browser, url, '/aides');
  figures.push(figure('/aides: JavaScript', simulator.scriptBytes / KB, 'KB', 40));
  for (const page of PUBLIC_PAGES) {
    const { status, bytes } = await weigh(browser, url, page);
    figures.push(figure(`${page}: in all${missing(status)}`, status === 200 ? bytes / KB : NaN, 'KB', 9));
  }
  return figures;
}

const missing = (status: number) => (status === 200 ? '' : ` (answered ${status})`);

async function questionPage(port: number, address: string, cookie: string): Promise<Figure[]> {
  const ordinary = await audits(() => audit(port, address, { cookie }));
  const slow = await audits(() => audit(port, address, { cookie, throttling: SLOW }));
  return [
    ...Object.entries(ordinary.scores).map(([category, score]): Figure => ({
      section: 'lighthouse',
      name: `question page: ${category}`,
      value: score,
      unit: 'of 100',
      target: { atLeast: 100 }
    })),
    paint('question page: largest paint', ordinary, 1.2),
    paint('question page, 300 ms, 700 kbit/s, processor ÷ 6: largest paint', slow, 2)
  ];
}

async function publicPages(port: number, url: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const page of TIMED_PUBLIC_PAGES) {
    figures.push(paint(`${page}: largest paint`, await audits(() => audit(port, `${url}${page}`, {})), 0.9));
  }
  return figures;
}

function paint(name: string, { largestPaintMs }: Audit, atMost: number): Figure {
  return { section: 'lighthouse', name, value: largestPaintMs / 1000, unit: 's', target: { atMost } };
}

async function audits(once: () => Promise<Audit>): Promise<Audit> {
  const all: Audit[] = [];
  for (let run = 0; run < RUNS; run++) all.push(await once());
  const categories = Object.keys(all[0]!.scores);
  return {
    scores: Object.fromEntries(
      categories.map((category) => [category, median(all.map(({ scores }) => scores[category]!))])
    ),
    largestPaintMs: median(all.map(({ largestPaintMs }) => largestPaintMs))
  };
}
