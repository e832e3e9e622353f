import { screenPart, type ScreenParts } from '../aids';
import { canRunProgram, runProgramBeside } from '../platform/child-programs';

const PROGRAM = 'rescreen-aids';
const AT_ONCE = 2;

/**
 * Screens the parts of a pass: a single one here, several in programs of their own, two at a time, so that a million
 * profiles take both cores and no request waits.
 */
export const screenParts: ScreenParts = async (id, parts) => {
  if (parts.length < 2 || !canRunProgram(PROGRAM)) {
    for (const part of parts) await screenPart(id, part);
    return;
  }
  const left = [...parts];
  const worker = async () => {
    for (let part = left.shift(); part !== undefined; part = left.shift())
      await runProgramBeside(PROGRAM, [id, String(part)]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};
