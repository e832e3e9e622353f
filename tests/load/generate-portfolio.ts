/**
 * Writes an invented portfolio of any size: `npx tsx tests/load/generate-portfolio.ts FILE [ROWS=1000000]`.
 * The same size gives the same file. About one row in three is a further debt of a case, some of them far from its
 * first row; no row is faulty.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { PORTFOLIO_COLUMNS } from '../../src/lib/cases';

const FAMILY = [
  'Durand',
  'Lefèvre',
  "D'Angelo",
  'N’Diaye',
  'Roux-Benali',
  'Guérin',
  'Œuvrard',
  'Traoré',
  'Le Goff'
];
const FIRST = ['Aïcha', 'Théo', 'Camille', 'Zoé', 'Ousmane', 'Hélène', 'François', 'Inès', 'Loïc'];
const TOWNS = [
  ['77260', 'La Ferté-sous-Jouarre'],
  ['29300', 'Rédené'],
  ['75013', 'Paris 13e Arrondissement'],
  ['97200', 'Fort-de-France'],
  ['98730', 'Bora-Bora'],
  ['59370', 'Mons-en-Barœul']
] as const;
const CREDITORS = [
  ['Mobilis', 'M-106', 'telecom'],
  ['Clinique des Tilleuls', 'M-109', 'sante'],
  ['Crédit Rivage', 'M-102', 'credit_conso'],
  ['Lumea Énergie', 'M-103', 'energie'],
  ['Habitat Val-de-Loire', 'M-107', 'loyer'],
  ['Assurances Boréal', 'M-108', 'assurance'],
  ['Maison & Déco', 'M-110', 'achat']
] as const;
const FAR_EVERY = 50;

const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T;
const mix = (value: number) => (Math.imul(value ^ (value >>> 13), 0x5bd1e995) >>> 0) % 1_000_003;
const two = (value: number) => String(value).padStart(2, '0');
const day = (seed: number, year: number) => `${two(1 + (seed % 28))}/${two(1 + (seed % 12))}/${year}`;
const amount = (seed: number) => {
  const euros = 50 + (seed % 6_000);
  const whole =
    euros < 1_000 ? String(euros) : `${Math.floor(euros / 1_000)} ${String(euros % 1_000).padStart(3, '0')}`;
  return `${whole},${two(seed % 100)}`;
};

/** The text of one row: its case, and which row of the file it is. */
function row(caseNumber: number, rowNumber: number): string {
  const person = mix(caseNumber);
  const debt = mix(rowNumber + 7);
  const [postcode, town] = pick(TOWNS, person);
  const [creditor, mandate, kind] = pick(CREDITORS, debt);
  const reference = `OX26-${String(caseNumber).padStart(6, '0')}`;
  return [
    reference,
    creditor,
    mandate,
    person % 2 ? 'Mme' : 'M.',
    pick(FAMILY, person),
    pick(FIRST, person + 3),
    day(person, 1945 + (person % 60)),
    `${1 + (person % 180)} rue des Lilas`,
    postcode,
    town,
    person % 4 ? `personne${caseNumber}@exemple.fr` : '',
    person % 7 ? `06 ${two(person % 89)} ${two(debt % 100)} 12 34` : '',
    `C${String(10_000_000 + rowNumber)}`,
    kind,
    day(debt, 2022),
    day(debt, 2025),
    amount(debt),
    kind === 'credit_conso' ? '35,20' : '0,00',
    '0,00',
    '10,00',
    `L-${reference}`,
    day(debt, 2026).replace(/\/\d\d\//, '/07/')
  ].join(';');
}

const [target, wanted = '1000000'] = process.argv.slice(2);
if (!target) throw new Error('Which file? npx tsx tests/load/generate-portfolio.ts FILE [ROWS]');
const rows = Number(wanted);
const out = createWriteStream(target);
out.write(`${PORTFOLIO_COLUMNS.join(';')}\r\n`);
let caseNumber = 0;
for (let number = 1; number <= rows; number += 1) {
  const isFar = number % FAR_EVERY === 0 && caseNumber > 1;
  if (!isFar && (number === 1 || mix(number) % 3 !== 0)) caseNumber += 1;
  const line = row(isFar ? 1 + (mix(number) % caseNumber) : caseNumber, number);
  if (!out.write(`${line}\r\n`)) await once(out, 'drain');
}
out.end();
await once(out, 'finish');
