import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { cents, localDate } from '$lib/kernel';
import { protectedFloor, seizableShare } from '../index';
import CeilingNote from './CeilingNote.svelte';
import FloorPlot from './FloorPlot.svelte';
import FloorSource from './FloorSource.svelte';

const plain = (body: string) => body.replace(/[\u00a0\u202f]/g, ' ').replace(/<!--.*?-->/gs, '');
const text = (body: string) =>
  plain(body)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the floor plot', () => {
  const body = plain(
    render(FloorPlot, {
      props: {
        floorCents: cents(72000),
        months: [
          {
            label: 'Aujourd’hui',
            incomeCents: cents(167600),
            chargesCents: cents(112300),
            planCents: cents(0)
          },
          {
            label: 'Avec les aides',
            incomeCents: cents(216500),
            chargesCents: cents(112300),
            planCents: cents(3500)
          }
        ]
      }
    }).body
  );

  it('says in one sentence what it shows', () => {
    expect(body).toContain(
      'aria-label="Aujourd’hui : il reste 553 € pour vivre, soit 167 € sous le plancher de 720 €. Avec les aides : il reste 1 007 € pour vivre, au-dessus du plancher de 720 €."'
    );
  });

  it('has its table, row by row', () => {
    const table = text(body.slice(body.indexOf('<table')));
    expect(table).toContain('Entrées 1 676 € 2 165 €');
    expect(table).toContain('Pour vivre 553 € 1 007 €');
    expect(table).toContain('Plancher protégé 720 € 720 €');
  });

  it('has no style attribute, which the content policy would refuse', () =>
    expect(body).not.toContain('style='));
});

describe('the source of the floor', () => {
  const of = (dependents: number, day: string) => {
    const floor = protectedFloor({ adults: 1, dependents }, localDate(day));
    if (!floor.ok) throw new Error(floor.why.code);
    return text(render(FloorSource, { props: { floor: floor.value } }).body);
  };

  it('says amount, scale, day, source and how sure', () => {
    expect(of(1, '2026-11-21')).toContain('977,54 €. 651,69 € pour une personne, multiplié par 1,5');
    expect(of(1, '2026-11-21')).toContain('depuis le 1er avril 2026');
    expect(of(1, '2026-11-21')).toContain('Probable');
    expect(of(0, '2026-11-21')).not.toContain('multiplié');
  });

  it('says when it may be old', () => {
    expect(of(0, '2027-03-31')).not.toContain('à vérifier');
    expect(of(0, '2027-04-01')).toContain('à vérifier');
  });
});

describe('the ceiling shown to the referent', () => {
  const of = (room: number, day: string) => {
    const share = seizableShare(cents(147793), 1, localDate(day));
    if (!share.ok) throw new Error(share.why.code);
    return text(render(CeilingNote, { props: { roomCents: cents(room), share: share.value } }).body);
  };

  it('is the lower of room and seizable share, says it is no target, and its source', () => {
    expect(of(32200, '2026-11-21')).toContain('194,90 € par mois. Ce n’est pas un but.');
    expect(of(6400, '2026-11-21')).toContain('64 € par mois.');
    expect(of(6400, '2026-11-21')).toContain('décret 2025-1299');
    expect(of(6400, '2027-01-01')).toContain('à vérifier');
  });

  it('is only the room above the floor when pay is unknown', () => {
    const body = render(CeilingNote, { props: { roomCents: cents(6400), share: null } }).body;
    expect(text(body)).toContain('64 € par mois.');
    expect(text(body)).not.toContain('décret');
  });
});
