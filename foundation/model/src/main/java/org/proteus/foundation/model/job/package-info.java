/**
 * What a user asks for and is told: requests, jobs, elements, decisions. These records are the JSON
 * of the REST interface and of the command line's {@code --json} as well.
 */
package org.proteus.foundation.model.job;
