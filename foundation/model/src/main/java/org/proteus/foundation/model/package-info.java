/**
 * The vocabulary that every room shares: content types, errors, and below it programs, jobs and the
 * wire protocol; and how parts that were opened are closed. It depends on the JDK and on Jackson's
 * annotations only.
 */
package org.proteus.foundation.model;
