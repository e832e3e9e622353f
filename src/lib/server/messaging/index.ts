export { listMissedEvents } from './list-missed-events';
export { THREAD_PAGE, listThread, type ThreadPage } from './list-thread';
export { liveHub, startLive, stopLive } from './live';
export { concerns, LiveHub, type CaseEvent, type Subscriber } from './live-hub';
export { markThreadRead } from './mark-thread-read';
