/** The colours of every printed and mailed page, for light paper and screens. */
export const lightColors =
  '--ink:#17212b;--soft:#586572;--faint:#8994a0;--rule:#dce1e6;--wash:#f3f6f8;--paper:#fff;--desk:#e9edf0;--accent:#0d5c63;--accent-wash:#e3f0f0;--out:#a2371f;--out-wash:#f9e9e4;--warm:#8a5a00';

/** The same for dark screens. */
export const darkColors =
  '--ink:#e6ebef;--soft:#a3afba;--faint:#7d8995;--rule:#333d47;--wash:#222b34;--paper:#182028;--desk:#0f151b;--accent:#66c2c4;--accent-wash:#153a3d;--out:#f0937c;--out-wash:#43241d;--warm:#e2b45c';
