export { loadFrame, type HomeFrame, type PersonToTalkTo } from './load-frame';
