/**
 * Changes some of the address's parameters in place; null takes one away. The page's own state
 * follows (Next keeps `useSearchParams` in step with the history), and nothing is fetched anew.
 */
export function setSearchParams(
  changes: Readonly<Record<string, string | null>>,
  push = false,
): void {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href === window.location.href) return;
  window.history[push ? 'pushState' : 'replaceState'](null, '', url);
}
