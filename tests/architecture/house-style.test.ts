import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { productFiles, projectFiles, textOf } from './sources';

const BANNED_NAMES = /(^|\/)(utils?|helpers?|misc|common|manager|types)\.(ts|js|svelte)$/i;
const LONGEST = 300;
/** Long because they are lists of facts, not of decisions. */
const DATA = /common-passwords|public-holidays|\/data\/|icons\.ts$|base\.css$/;

describe('files', () => {
  it('are named after the one thing inside', () => {
    expect(projectFiles.filter((file) => BANNED_NAMES.test(file))).toEqual([]);
  });

  it('are in kebab-case, and components in PascalCase', () => {
    const odd = productFiles.filter((file) => {
      const name = path.basename(file).replace(/^\+/, '');
      if (file.endsWith('.svelte')) return !/^(\+.*|[A-Z][A-Za-z0-9]*)\.svelte$/.test(path.basename(file));
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.(svelte|server|d|oracle))*\.(ts|js|css)$/.test(name);
    });
    expect(odd).toEqual([]);
  });

  it(`stay under ${LONGEST} lines, data apart`, () => {
    const long = productFiles
      .filter((file) => !DATA.test(file))
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it('say nothing of the place they were written in', () => {
    const own = 'tests/architecture/house-style.test.ts';
    const places = /(^|[\s"'`(])\/work\/|\.\.\/shared\/|\bLeaf session\b/m;
    const texts = projectFiles.filter(
      (file) => /\.(ts|js|svelte|css|md|json|sql|yaml|yml|html|sh)$|^\.ci\//.test(file) && file !== own
    );
    expect(texts.filter((file) => places.test(textOf(file)))).toEqual([]);
  });
});

describe('database tests', () => {
  it('that stand something in for a library run alone: a process shared by files has loaded it already', () => {
    const mocking = projectFiles.filter(
      (file) => file.startsWith('tests/database/') && /\bvi\.(do)?mock\(/i.test(textOf(file))
    );
    const [, alone = ''] = /filesWithStandIns = \[([^\]]*)\]/.exec(textOf('vite.config.ts')) ?? [];
    expect([...alone.matchAll(/'([^']+)'/g)].map(([, file]) => file).sort()).toEqual(mocking.sort());
  });
});

describe('components', () => {
  const components = productFiles.filter((file) => file.endsWith('.svelte'));

  it('carry no style attribute, which the content policy refuses', () => {
    expect(components.filter((file) => /\sstyle(:[\w-]+)?=["'{]/.test(markupOf(textOf(file))))).toEqual([]);
  });

  it('say what they are', () => {
    const silent = components.filter(
      (file) => !path.basename(file).startsWith('+') && !textOf(file).includes('@component')
    );
    expect(silent).toEqual([]);
  });
});

describe('what other files may use', () => {
  it('has a doc-comment', () => {
    const silent = productFiles
      .filter((file) => /^src\/lib\/.*\.ts$/.test(file) && !/\/index\.ts$|\.d\.ts$/.test(file))
      .flatMap((file) => undocumented(file, textOf(file)));
    expect(silent).toEqual([]);
  }, 60_000);
});

/** A component without its script, its styles and its comments. */
function markupOf(text: string): string {
  return text.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '');
}

/** Exported declarations of a file without a comment of their own. */
function undocumented(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const seen = new Set<string>();
  return source.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const name = nameOf(statement, source);
    // overloads: the first one speaks for all
    if (seen.has(name)) return [];
    seen.add(name);
    const comments = ts.getLeadingCommentRanges(text, statement.pos) ?? [];
    const isTold = comments.some(({ pos }) => text.startsWith('/**', pos));
    return isTold ? [] : [`${file}: ${name}`];
  });
}

function nameOf(statement: ts.Statement, source: ts.SourceFile): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText(source)).join(', ');
  }
  return (
    (statement as ts.Statement & { name?: ts.Identifier }).name?.text ??
    statement.getText(source).slice(0, 40)
  );
}
