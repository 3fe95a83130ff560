export { clinicSample, type SampleFile, type SampleSize } from './clinic/clinic-sample.ts';
export { plantedTraits, sampleDay } from './clinic/draw-customer.ts';
