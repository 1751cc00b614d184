export { default } from '../runs/layout.tsx';
