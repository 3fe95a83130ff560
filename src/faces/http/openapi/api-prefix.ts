/** Where the API of this major version lives. */
export const apiPrefix = '/api/v1';
