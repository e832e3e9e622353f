import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { DEBTOR_DOOR, STAFF_DOOR } from '../../src/lib/server/http/guard';
import { DOORS } from '../../src/lib/ui/doors';

const ROUTES = path.resolve(import.meta.dirname, '../../src/routes');
const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];
const GUARDS = ['guard', 'guardDebtor', 'guardStaff', 'guardLive', 'openToAll'];

/** The files that may say openToAll, and why anyone may ask. Everything else must say who. */
const PUBLIC: Readonly<Record<string, string>> = {
  '+layout.server.ts': 'the theme of a device',
  'affichage/+server.ts': 'keeps the theme of a device',
  'api/aids/law/+server.ts': 'published law, the same for everyone',
  'api/aids/law/[departement]/+server.ts': 'published law of local aids, the same for everyone',
  'api/health/+server.ts': 'asked by the machine that restarts us',
  'api/health/ready/+server.ts': 'asked by the machine that sends us visitors',
  'api/organismes/[insee]/+server.ts': 'the public directory of bodies, the same for everybody',
  'avis/[token]/+page.server.ts': 'a survey without sign-in',
  'hors-ligne/questions/+server.ts': 'the blank questions phones keep',
  '(public)/aides/+page.server.ts': 'the simulator of aids, for anyone',
  '(public)/vous-l-avez-dit/+page.server.ts': 'what was said and done, the same for everybody',
  '(access)/bureau/connexion/+page.server.ts': 'the door of the desk',
  '(access)/entrer/+page.server.ts': 'the door',
  '(access)/entrer/sans-code/+page.server.ts': 'the door without the code of the letter',
  '(access)/entrer/code/+page.server.ts': 'the code that was sent',
  '(access)/entrer/verifier/+page.server.ts': 'the two things she knows',
  '(access)/entrer/autre-situation/[situation]/+page.server.ts':
    'told with a link or code, before anyone is in',
  '(access)/lien/[token]/ne-plus-ecrire/+page.server.ts': 'no more messages, asked with the link of one',
  '(access)/lien/[token]/+page.server.ts': 'a link opened',
  '(access)/sortir/+page.server.ts': 'signing out'
};

interface Entrance {
  readonly file: string;
  readonly name: string;
  readonly first: string;
}

const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\+(server|page\.server|layout\.server)\.ts$/.test(file))
  .sort();
const entrances = files.flatMap((file) => entrancesOf(file, readFileSync(path.join(ROUTES, file), 'utf8')));

/** Every exported handler, load and action of a file, with the name its first statement calls. */
function entrancesOf(file: string, text: string): Entrance[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    // what comes from another file cannot be read here: it fails
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
      return [{ file, name: 'export', first: '' }];
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) {
      return named(file, statement.name?.text ?? '', statement);
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap((declaration) =>
      named(file, declaration.name.getText(), declaration.initializer)
    );
  });
}

function named(file: string, name: string, value: ts.Node | undefined): Entrance[] {
  if (name === 'actions') return actionsOf(file, value);
  if (name !== 'load' && !VERBS.includes(name)) return [];
  return [{ file, name, first: firstCall(value) }];
}

function actionsOf(file: string, value: ts.Node | undefined): Entrance[] {
  const object = unwrapped(value);
  // anything but a plain object of functions cannot be read here: it fails
  if (!object || !ts.isObjectLiteralExpression(object)) return [{ file, name: 'actions', first: '' }];
  return object.properties.map((property) => {
    const name = `actions.${property.name?.getText() ?? '...'}`;
    if (ts.isPropertyAssignment(property)) return { file, name, first: firstCall(property.initializer) };
    return { file, name, first: ts.isMethodDeclaration(property) ? firstCall(property) : '' };
  });
}

function firstCall(value: ts.Node | undefined): string {
  const work = unwrapped(value);
  if (!work || !ts.isFunctionLike(work)) return '';
  const { body } = work as ts.FunctionLikeDeclaration;
  const first = body && ts.isBlock(body) ? body.statements[0] : body;
  // the call itself, and nothing around it: `isX && guard(event)` guards only sometimes
  if (!first) return '';
  if (ts.isExpressionStatement(first)) return calledBy(first.expression);
  if (ts.isVariableStatement(first)) return calledBy(first.declarationList.declarations[0]?.initializer);
  return '';
}

function calledBy(node: ts.Node | undefined): string {
  return node && ts.isCallExpression(node) ? node.expression.getText() : '';
}

function unwrapped(node: ts.Node | undefined): ts.Node | undefined {
  if (
    node &&
    (ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node))
  ) {
    return unwrapped(node.expression);
  }
  return node;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

describe('every handler, load and action', () => {
  it('is found', () => expect(entrances.length).toBeGreaterThan(15));

  it.each(entrances)('$name of $file says first who may do it', ({ file, first }) => {
    expect(GUARDS, 'the first statement').toContain(first);
    if (first === 'openToAll') expect(Object.keys(PUBLIC), 'the public list').toContain(file);
  });

  it('that is public stands on the list for as long as it exists', () => {
    const open = new Set(entrances.filter(({ first }) => first === 'openToAll').map(({ file }) => file));
    for (const file of Object.keys(PUBLIC)) expect([...open]).toContain(file);
  });
});

describe('the reader of guards', () => {
  const first = (text: string) => entrancesOf('x', text).map((entrance) => entrance.first);

  it.each([
    [
      'export const load = async (event) => { const actor = guardDebtor(event, "x"); return { actor }; };',
      ['guardDebtor']
    ],
    ['export const load = (event) => { return { now: 1 }; };', ['']],
    ['export const load = (event) => { const x = read(event); guard(event, "x"); };', ['read']],
    ['export const load = () => ({});', ['']],
    ['export const load = load1;', ['']],
    ['export async function GET(event) { if (event) guard(event, "x"); }', ['']],
    ['export const actions = { a: async (event) => { guard(event, "x"); }, b };', ['guard', '']],
    ['export const actions = make();', ['']],
    ['export const actions = { async a(event) { openToAll(event); } } satisfies Actions;', ['openToAll']],
    ['export const load = (event) => { event.x && guard(event, "x"); };', ['']],
    ['export const load = (event) => { const a = event.x ? guard(event, "x") : 1; };', ['']],
    ['export { GET } from "./other";', ['']],
    ['export type { X } from "./other";', []],
    ['const load = (event) => {}; export const csr = false;', []]
  ])('%s', (text, found) => expect(first(text)).toEqual(found));
});

it('a form knows the doors to which the guard leads', () => {
  expect([...DOORS]).toEqual([DEBTOR_DOOR, STAFF_DOOR]);
});
