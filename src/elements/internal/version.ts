/** The version of this copy of the kit, as in its package. */
export const version = '0.1.0';
