export {
  MAX_MESSAGE_LENGTH,
  readMessage,
  type MessageAuthor,
  type MessageRefusal,
  type SystemLine,
  type ThreadLine
} from './message';
