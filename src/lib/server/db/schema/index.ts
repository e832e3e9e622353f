export * from './access';
export * from './audit';
export * from './cases';
export * from './contact-policy';
export * from './messaging';
export * from './plans';
export * from './questionnaire';
export * from './surveys';
