import { request } from 'node:http';

/** Longer than any mark, so that one that lies across two pieces is found. */
const CARRY = 64;

/** One request with a JSON answer: `{ status, body, cookies }`. */
export function ask(url, { method = 'GET', body, cookie = '' } = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const { origin } = new URL(url);
    const headers = { cookie, origin, ...(text ? { 'content-type': 'application/json' } : {}) };
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let got = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => (got += piece));
      response.on('error', reject);
      response.on('end', () => {
        const cookies = response.headers['set-cookie'] ?? [];
        const cookieLine = cookies.map((each) => each.split(';')[0]).join('; ');
        let answer = null;
        try {
          answer = JSON.parse(got);
        } catch {
          // Not JSON: the status says what it was.
        }
        resolve({ status: response.statusCode, body: answer, cookies: cookieLine });
      });
    });
    sent.once('error', reject);
    sent.end(text);
  });
}

/** Calls of the server's API as one person. Throws what the server refuses. */
export function apiOf(url, cookie) {
  const result = async (path, answer) => {
    const { status, body } = await answer;
    if (status === 200) return body.result.data;
    const { what, where } = body?.error?.data?.dwell ?? {};
    throw new Error(`${path}: ${status} ${what ?? body?.error?.message ?? ''} · ${where ?? ''}`);
  };
  return {
    query: (path, input = {}) =>
      result(
        path,
        ask(`${url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          cookie,
        }),
      ),
    mutate: (path, input = {}) =>
      result(path, ask(`${url}/api/trpc/${path}`, { method: 'POST', body: input, cookie })),
  };
}

/** An event stream of a subscription, which is only looked through for marks. */
export class Stream {
  bytes = 0;
  ended = false;
  #request;
  #carry = '';
  #mark = null;
  #seen = null;

  constructor(url, path, input, cookie) {
    const address = `${url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
    const headers = { cookie, accept: 'text/event-stream' };
    this.open = new Promise((resolve, reject) => {
      this.#request = request(address, { headers, agent: false }, (response) => {
        response.setEncoding('utf8');
        response.on('data', (piece) => this.#take(piece));
        response.on('error', () => (this.ended = true));
        response.on('end', () => (this.ended = true));
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${path}: ${response.statusCode}`));
      });
      this.#request.once('error', reject);
      this.#request.end();
    });
  }

  /** Resolves with the time at which the mark came by, in ms of this process. */
  see(mark) {
    this.#mark = mark;
    return new Promise((resolve) => (this.#seen = resolve));
  }

  close() {
    this.#request.destroy();
  }

  #take(piece) {
    this.bytes += piece.length;
    const text = this.#carry + piece;
    this.#carry = text.slice(-CARRY);
    if (this.#mark === null || !text.includes(this.#mark)) return;
    this.#mark = null;
    this.#seen(performance.now());
  }
}
