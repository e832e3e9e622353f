import { NBSP, NNBSP } from './spaces';

const ANY_SPACE = '[ \\u00a0\\u202f]';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

const RULES: readonly [RegExp, string][] = [
  [/'/g, '’'],
  [new RegExp(`${ANY_SPACE}+([;?!])`, 'g'), `${NNBSP}$1`],
  [new RegExp(`${ANY_SPACE}+([:%€»])`, 'g'), `${NBSP}$1`],
  [new RegExp(`«${ANY_SPACE}+`, 'g'), `«${NBSP}`],
  [new RegExp(`(\\d)${ANY_SPACE}h${ANY_SPACE}(\\d\\d)\\b`, 'g'), `$1${NNBSP}h${NNBSP}$2`],
  [new RegExp(`(\\d)${ANY_SPACE}h\\b`, 'g'), `$1${NNBSP}h`],
  [new RegExp(`(\\d)${ANY_SPACE}(${MONTHS}|rue)\\b`, 'g'), `$1${NBSP}$2`],
  [new RegExp(`\\b(art\\.|n°)${ANY_SPACE}`, 'g'), `$1${NBSP}`],
  [new RegExp(`\\b([LRD]\\.)${ANY_SPACE}(\\d)`, 'g'), `$1${NBSP}$2`]
];

/**
 * A French text with the apostrophes and no-break spaces a printer would set: the words stay as they are. Doing it
 * twice changes nothing more.
 */
export function typeset(text: string): string {
  return RULES.reduce((set, [found, put]) => set.replace(found, put), text);
}
