export { COMMAND_DAYS, endOfDay } from './end-of-day';
