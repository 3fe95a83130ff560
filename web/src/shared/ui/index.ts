export { Empty } from './empty.tsx';
export { Loading } from './loading.tsx';
export { Logo } from './logo.tsx';
export { notify } from './notify.tsx';
export { PageError } from './page-error.tsx';
export { PageHead } from './page-head.tsx';
export { Term } from './term.tsx';
export { useProblemWords } from './use-problem-words.ts';
