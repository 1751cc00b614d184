// npm run backup -- FILE: keeps the database and the sessions' key in one file, while no server runs.
import { main } from './keep/main.mjs';

await main('backup', process.argv.slice(2));
