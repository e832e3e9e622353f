export { addSystemLine } from './add-system-line';
export { THREAD_PAGE, listThread, type ThreadPage } from './list-thread';
export { liveHub, startLive, stopLive } from './live';
export { concerns, LiveHub, type CaseEvent, type Subscriber } from './live-hub';
export { markThreadRead } from './mark-thread-read';
export { openThread, type OpenedThread } from './open-thread';
export { postMessage, type PostedMessage } from './post-message';
export { replyToPerson, type SentReply } from './reply-to-person';
export { insertLine, selectAllLines, selectNewestWords } from './thread-repository';
