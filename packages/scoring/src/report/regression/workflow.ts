/** A ready workflow for a build server: lints, tests, keeps what was run before, hands on the report. */
export const WORKFLOW = `# Lints and tests the lessons of an exercise on every push.
# A red expectation fails the job; junit.xml is kept either way.
name: lessons
on: [push, pull_request]

jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm ci

      - name: Lint
        run: npx dwell lint LINTED

      # Entries are named by what they depend on, so an old cache is never wrong, only less useful.
      - name: Take the results of earlier builds
        uses: actions/cache/restore@v4
        with:
          path: .dwell-cache
          key: dwell-\${{ github.run_id }}
          restore-keys: dwell-

      - name: Test
        run: npx dwell test expectations/*.yml --junit junit.xml --cache .dwell-cache

      - name: Keep the results, also when some are red
        if: always()
        uses: actions/cache/save@v4
        with:
          path: .dwell-cache
          key: dwell-\${{ github.run_id }}

      - name: Keep the report
        if: always()
        uses: actions/upload-artifact@v4
        with:
          name: junit
          path: junit.xml
`;
