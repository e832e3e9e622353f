import { registerFile, registerFileName } from '$lib/contact-policy/ui/register-file';
import type { OpenRegister } from '$lib/server/contact-policy';

/** The register as a file that a browser saves and nobody keeps on the way. */
export function registerResponse({ lines, place, today }: OpenRegister): Response {
  const entries = lines.map((line) => ({
    ...line,
    rule: { code: line.ruleCode, numbers: line.ruleNumbers }
  }));
  return new Response(registerFile(entries, place.timeZone), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${registerFileName(today)}"`,
      'cache-control': 'no-store'
    }
  });
}
