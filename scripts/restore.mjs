// npm run restore -- FILE: puts a backup in the place of what is kept now, which is laid aside.
import { main } from './keep/main.mjs';

await main('restore', process.argv.slice(2));
