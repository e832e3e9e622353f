import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errorCode } from './startup-failure';

/**
 * Names a running process so that it is not mistaken for a later one with the same number (`pid:start`);
 * null when no such process runs. A process that has ended but was not yet collected counts as ended.
 */
export function identityOf(pid: number): string | null {
  if (!isRunning(pid)) return null;
  const start = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return start === null ? null : `${pid}:${start}`;
}

/** Whether the process named by an earlier {@link identityOf} still runs. Unreadable names count as ended. */
export function isSameProcessRunning(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && identityOf(pid) === identity.trim();
}

/** The identity of the present process. */
export function ownIdentity(): string {
  return identityOf(process.pid) ?? `${process.pid}:unknown`;
}

/** Whether a process runs under a program of this name; false when that cannot be told. */
export function runsProgram(pid: number, program: string): boolean {
  if (!isRunning(pid)) return false;
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(program);
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // a process of another user exists although we may not signal it
    return errorCode(error) === 'EPERM';
  }
}

function startOnLinux(pid: number): string | null {
  try {
    // the program's name, in parentheses, may hold spaces: fields are counted after the last one
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ') ?? [];
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function startByPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
