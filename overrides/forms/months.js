// @ts-check
/** What English calls the months, as `macros/wording.py` does. */
export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
