const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (each) => ESCAPES[each]!);

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;margin:15vh auto;max-width:26rem;padding:0 1rem;
color-scheme:light dark}button{font:inherit;padding:.6rem 1.2rem}`;

function page(status: number, inside: string): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dwell</title>
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<style>${STYLE}</style></head><body><h1>Dwell</h1>${inside}</body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}

/** Asks before it signs in: whatever opens links by itself, a chat's preview say, must not use it up. */
export function seatPage(name: string, token: string): Response {
  return page(
    200,
    `<p>Go on as <strong>${escape(name)}</strong>. Another browser of yours is signed out.</p>
<p lang="ko"><strong>${escape(name)}</strong> 님으로 계속합니다. 다른 브라우저에서는 로그아웃됩니다.</p>
<form method="post" action="/api/seat"><input type="hidden" name="token" value="${escape(token)}">
<button autofocus>Take my seat · <span lang="ko">자리로 가기</span></button></form>`,
  );
}

/** Says in both languages why a link does not work. */
export function seatRefused(status: number, en: string, ko: string): Response {
  return page(status, `<p>${escape(en)}</p><p lang="ko">${escape(ko)}</p>`);
}
