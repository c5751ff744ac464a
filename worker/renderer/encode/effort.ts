/** Time given to make a file smaller. */
export type Effort = 'low' | 'medium' | 'high';
