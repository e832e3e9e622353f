import { expect, it } from 'vitest';
import { noticeChannel, type NoticeChannel, type NoticeWishes } from './notice-channel';

type Row = [
  confirmed: NoticeWishes['confirmed'],
  refused: NoticeWishes['refused'],
  prefers: NoticeWishes['prefers'],
  channel: NoticeChannel | null
];

it.each<Row>([
  // nothing said: the usual order of what she confirmed
  [[], [], [], null],
  [['email'], [], [], 'email'],
  [['sms'], [], [], 'sms'],
  [['sms', 'email'], [], [], 'email'],
  // what she prefers, confirmed and not refused
  [['email', 'sms'], [], ['phone'], 'sms'],
  [['email', 'sms'], [], ['phone', 'helper'], 'sms'],
  [['email', 'sms'], [], ['message'], 'email'],
  [['email', 'sms'], [], ['message', 'phone'], 'email'],
  [['email', 'sms'], [], ['letter'], 'email'],
  // preferred, but not confirmed, or refused
  [['email'], [], ['phone'], 'email'],
  [['email', 'sms'], ['sms'], ['phone'], 'email'],
  [['sms'], [], ['message'], 'sms'],
  [[], [], ['phone'], null],
  // what she refused leaves the place to the other
  [['email', 'sms'], ['email'], [], 'sms'],
  [['email', 'sms'], ['email'], ['message'], 'sms'],
  [['email', 'sms'], ['call', 'voicemail'], ['phone'], 'sms'],
  // everything refused: the rules refuse the first, and both sides read it
  [['email', 'sms'], ['email', 'sms', 'call'], ['phone'], 'email'],
  [['sms'], ['sms'], [], 'sms']
])('confirmed %j, refused %j, prefers %j: %s', (confirmed, refused, prefers, channel) => {
  expect(noticeChannel({ confirmed, refused, prefers })).toBe(channel);
});
