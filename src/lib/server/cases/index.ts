export { selectContactBasis, type ContactBasis } from './contact-basis';
export { noteOnDesk, type DeskChange } from './desk-columns';
