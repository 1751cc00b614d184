/** The page's nonce, which its content policy asks of styles that scripts add; none where there is no policy. */
export function cspNonce(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined;
}
