export { loadFrame, type Companions, type HomeFrame, type NamedPerson } from './load-frame';
export { loadHome, type Home, type HomeDebt } from './load-home';
