/** What prepares, shows and removes photos: loaded when someone comes to a field for one. */
export { AnswerPhotos } from './answer-photos.js';
export { CardPhotos } from './card-photos.js';
