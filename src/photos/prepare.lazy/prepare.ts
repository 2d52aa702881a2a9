/** Prepares, shows and removes photos: loaded when a visitor focuses a photo field. */
export { AnswerPhotos } from './answer-photos.js';
export { CardPhotos } from './card-photos.js';
