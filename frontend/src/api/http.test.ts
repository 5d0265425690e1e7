import { describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../lib/i18n';
import { fakeServer, problem } from '../test/server';
import { http, Problem } from './http';

async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof Problem) return thrown;
  throw new Error('No problem was thrown');
}

describe('http', () => {
  it('marks commands as coming from this page, and says the language', async () => {
    setLanguage('zh');
    const server = fakeServer({ 'PUT /account': { status: 204 }, 'GET /session': { json: {} } });
    await http.put('/account', { language: 'zh' });
    await http.get('/session');
    const [command, question] = server.asked;
    expect(command?.headers.get('X-Winnow-Request')).toBe('1');
    expect(command?.headers.get('Accept-Language')).toBe('zh-CN');
    expect(command?.body).toEqual({ language: 'zh' });
    expect(question?.headers.has('X-Winnow-Request')).toBe(false);
  });

  it("throws the server's problem with its code and the fields concerned", async () => {
    fakeServer({
      'PUT /account': problem(422, 'bad-fields', 'Too long', {
        errors: [{ field: 'displayName', message: 'too long' }],
      }),
    });
    const thrown = await problemOf(http.put('/account', {}));
    expect([thrown.code, thrown.status, thrown.detail]).toEqual(['bad-fields', 422, 'Too long']);
    expect(thrown.errors).toEqual([{ field: 'displayName', message: 'too long' }]);
  });

  it("throws a problem even for a proxy's error page", async () => {
    fakeServer({ 'GET /reviews': { status: 502, text: '<html>Bad gateway</html>' } });
    const thrown = await problemOf(http.get('/reviews'));
    expect([thrown.code, thrown.status]).toEqual(['http-502', 502]);
  });

  it('tells a missing answer from a refusal', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const thrown = await problemOf(http.get('/reviews'));
    expect(thrown.unreachable).toBe(true);
  });

  it('leaves empty parameters out of the address', async () => {
    const server = fakeServer({ 'GET /reviews': { json: { items: [] } } });
    await http.get('/reviews', { query: { cursor: '', rule: undefined, limit: 5 } });
    expect(server.asked[0]?.query.toString()).toBe('limit=5');
  });
});
