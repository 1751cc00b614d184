export { openHome, type Home } from './home.ts';
