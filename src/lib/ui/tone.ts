/**
 * What a wash of colour means: `sky` to know, `dawn` a person or the next step (one a page), `moss` found, kept,
 * granted or protected, `plum` to correct or to read before going on. Words always carry the meaning too.
 */
export type Tone = 'sky' | 'dawn' | 'moss' | 'plum';
