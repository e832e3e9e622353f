import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm } from './form';

const post = (body: string, type?: string) =>
  ({
    request: new Request('http://localhost/', {
      method: 'POST',
      body: new TextEncoder().encode(body),
      ...(type && { headers: { 'content-type': type } })
    })
  }) as RequestEvent;
const read = (body: string, type?: string) => readForm(post(body, type), z.object({ text: z.string() }));

describe('a form', () => {
  it('is read, without what no text holds', async () => {
    expect(await read('text=a%00b', 'application/x-www-form-urlencoded')).toMatchObject({
      data: { text: 'ab' }
    });
  });

  it('gives a use case the fields it asks for, and nothing else that was sent', async () => {
    const sent = 'text=a&caseId=1&role=supervisor&amountCents=0&state=agreed&__proto__=x';
    const form = await read(sent, 'application/x-www-form-urlencoded');
    expect(form).toMatchObject({ ok: true });
    expect('data' in form && Object.keys(form.data)).toEqual(['text']);
  });

  it('without a field it must have is refused in French, and the schema’s own words come first', async () => {
    const schema = z.object({ text: z.string(), day: z.string('Choisissez un jour.') });
    const refused = await readForm(post('other=1', 'application/x-www-form-urlencoded'), schema);
    expect(refused).toMatchObject({
      failure: {
        data: {
          errors: [
            { field: 'text', message: expect.stringContaining('Il manque une réponse') },
            { field: 'day', message: 'Choisissez un jour.' }
          ],
          values: { other: '1' }
        }
      }
    });
  });

  it.each([
    ['json', '{"text":"a"}', 'application/json'],
    ['a text', 'text=a', 'text/plain'],
    ['nothing said', 'text=a', undefined],
    ['no boundary', 'abc', 'multipart/form-data'],
    [
      'parts that are cut',
      '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\na',
      'multipart/form-data; boundary=x'
    ]
  ])('that is none (%s) is the sender\u2019s fault: 400, in words', async (_what, body, type) => {
    const fault = await read(body, type).catch((cause: unknown) => cause);
    expect(isHttpError(fault) && fault).toMatchObject({ status: 400 });
    expect(isHttpError(fault) && fault.body.message).toMatch(/incomplet/);
  });
});
