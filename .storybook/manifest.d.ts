// Made by `npm run manifest`, so it is not there in a fresh clone.
declare module '*/custom-elements.json' {
  const manifest: unknown;
  export default manifest;
}
