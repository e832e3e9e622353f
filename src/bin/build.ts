import { buildIfNeeded } from './start/build-if-needed';
import { PROJECT_DIR } from './start/project';
import { runProgram, say } from './start/say';

await runProgram(async () => {
  say(`Application construite : ${await buildIfNeeded(PROJECT_DIR, say)}`);
});
