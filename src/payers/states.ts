/** Codes and names of the states and territories (USPS Publication 28), because people write either. */
export const states: readonly (readonly [code: string, name: string])[] = (
  'al alabama,ak alaska,az arizona,ar arkansas,ca california,co colorado,ct connecticut,de delaware,' +
  'dc district of columbia,fl florida,ga georgia,hi hawaii,id idaho,il illinois,in indiana,ia iowa,ks kansas,' +
  'ky kentucky,la louisiana,me maine,md maryland,ma massachusetts,mi michigan,mn minnesota,ms mississippi,' +
  'mo missouri,mt montana,ne nebraska,nv nevada,nh new hampshire,nj new jersey,nm new mexico,ny new york,' +
  'nc north carolina,nd north dakota,oh ohio,ok oklahoma,or oregon,pa pennsylvania,pr puerto rico,' +
  'ri rhode island,sc south carolina,sd south dakota,tn tennessee,tx texas,ut utah,vt vermont,va virginia,' +
  'vi virgin islands,wa washington,wv west virginia,wi wisconsin,wy wyoming,gu guam'
)
  .split(',')
  .map((state) => [state.slice(0, 2), state.slice(3)] as const);
